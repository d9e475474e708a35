using DuckDB.NET.Data;

namespace Barometer.Host.Tests.Exports;

/// <summary>Reads Parquet by DuckDB, which has nothing in common with what wrote it.</summary>
internal static class Duck
{
    /// <summary>What a question about the file, called <c>$file</c> in it, is answered with, every value as text.</summary>
    public static List<string?[]> Ask(byte[] parquet, string question)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.parquet");
        File.WriteAllBytes(file, parquet);
        try
        {
            using var connection = new DuckDBConnection("DataSource=:memory:");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = question.Replace("$file", $"'{file}'", StringComparison.Ordinal);
            using var reader = command.ExecuteReader();
            var rows = new List<string?[]>();
            while (reader.Read())
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(f => reader.IsDBNull(f) ? null : reader.GetValue(f) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetString(f))]);
            return rows;
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>The rows by the names of their columns, every value as DuckDB writes it.</summary>
    public static Dictionary<string, string?>[] Rows(byte[] parquet)
    {
        string[] columns = [.. Ask(parquet, "select column_name from (describe select * from $file)").Select(c => c[0]!)];
        return [.. Ask(parquet, "select columns(*)::varchar from $file").Select(row => columns.Zip(row).ToDictionary(p => p.First, p => p.Second))];
    }
}

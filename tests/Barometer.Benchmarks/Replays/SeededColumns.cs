using Barometer.Benchmarks.Measuring;
using Barometer.Domain.Barometers;
using Barometer.Domain.Replays.Rows;
using Npgsql;
using NpgsqlTypes;

namespace Barometer.Benchmarks.Replays;

/// <summary>
/// Puts coded data into the columns at rest of a barometer that was declared as any other. There are no events behind it: only in a
/// database that nothing else uses.
/// </summary>
internal sealed class SeededColumns(TemporaryRecord record, string barometer, CodedData data)
{
    private const string Columns = "barometer, relationship, position, dimension, class, issue, ordinal, day, earliest, latest, told, positive, negative, linked, title";

    /// <summary>Declares the barometer and copies the rows in.</summary>
    public async Task Write(CancellationToken cancellation)
    {
        await new Publisher(record, barometer).Send<BarometerDeclared>(CodedData.Declaration, cancellation);
        await using var connection = await record.Database.OpenConnectionAsync(cancellation);
        await CopyClasses(connection, cancellation);
        // The key is made once, after all rows: that is quicker than row by row.
        await record.Execute("alter table barometer.columns drop constraint pkey_columns_barometer_relationship_position_dimension", cancellation);
        var (checks, positions) = CopyRows(connection);
        await record.Execute("alter table barometer.columns add constraint pkey_columns_barometer_relationship_position_dimension primary key (barometer, relationship, position, dimension)", cancellation);
        for (var relationship = 0; relationship < CodedData.Relationships; relationship++)
            await Reach(CodedData.Settings.Relationships[relationship].Key, positions[relationship], checks[relationship], cancellation);
        await record.Execute("vacuum (freeze, analyze) barometer.columns", cancellation);
        await record.Execute("checkpoint", cancellation);
    }

    private async Task CopyClasses(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync("copy barometer.column_classes (barometer, class, classification) from stdin (format binary)", cancellation);
        foreach (var named in CodedData.Classes)
            await copy.WriteRowAsync(cancellation, barometer, named.Number, named.Written);
        await copy.CompleteAsync(cancellation);
    }

    // An asynchronous call for each of so many cells would take minutes.
    private (CheckAtRest[] Checks, long[] Positions) CopyRows(NpgsqlConnection connection)
    {
        var (checks, positions) = (new CheckAtRest[CodedData.Relationships], new long[CodedData.Relationships]);
        using var copy = connection.BeginBinaryImport($"copy barometer.columns ({Columns}) from stdin (format binary)");
        foreach (var (relationship, row) in data.Rows())
        {
            checks[relationship] = checks[relationship].With(row);
            positions[relationship] = row.Position;
            copy.StartRow();
            copy.Write(barometer, NpgsqlDbType.Text);
            copy.Write(CodedData.Settings.Relationships[relationship].Key, NpgsqlDbType.Text);
            copy.Write(row.Position, NpgsqlDbType.Bigint);
            copy.Write(row.Dimension, NpgsqlDbType.Text);
            copy.Write(row.Class, NpgsqlDbType.Bigint);
            copy.Write(row.Issue, NpgsqlDbType.Integer);
            copy.Write(row.Ordinal, NpgsqlDbType.Integer);
            copy.Write(row.Day, NpgsqlDbType.Integer);
            copy.Write(row.Earliest, NpgsqlDbType.Integer);
            copy.Write(row.Latest, NpgsqlDbType.Integer);
            copy.Write((short)row.Told, NpgsqlDbType.Smallint);
            copy.Write((short)row.Positive, NpgsqlDbType.Smallint);
            copy.Write((short)row.Negative, NpgsqlDbType.Smallint);
            copy.Write(row.Linked, NpgsqlDbType.Text);
            copy.Write(row.Title, NpgsqlDbType.Text);
        }

        copy.Complete();
        return (checks, positions);
    }

    private async Task Reach(string relationship, long position, CheckAtRest check, CancellationToken cancellation)
    {
        await record.Execute($"update barometer.mt_streams set version = {position} where tenant_id = '{barometer}' and id = '{Declaring.StreamOf(relationship)}'", cancellation);
        await record.Execute(
            $"update barometer.column_checks set events = {position}, rows = {check.Rows}, digest = {check.Digest}, titles = {check.Titles} where barometer = '{barometer}' and relationship = '{relationship}'",
            cancellation);
    }
}

using System.Text.Json;
using Barometer.Host.Tests.Terminal;

namespace Barometer.Host.Tests.Imports;

/// <summary>What an import answers, and what it made of an index.</summary>
internal static class ToldByAnImport
{
    public static string Text(JsonElement e, string member) => e.GetProperty(member).GetString()!;

    public static int Number(JsonElement e, string member) => e.GetProperty(member).GetInt32();

    /// <summary>What became of the rows of coded data.</summary>
    public static (int Rows, int Recorded, int Already, int Domestic, int Without, int Unmapped) Counts(JsonElement imported) =>
        (Number(imported, "rows"), Number(imported, "recorded"), Number(imported, "alreadyRecorded"), Number(imported, "domestic"), Number(imported, "withoutTwoCountries"), Number(imported, "unmapped"));

    /// <summary>How many rows of coded data there are, every one of them accounted for.</summary>
    public static int Rows(JsonElement imported)
    {
        var (rows, recorded, already, domestic, without, unmapped) = Counts(imported);
        (recorded + already + domestic + without + unmapped).ShouldBe(rows);
        return rows;
    }

    /// <summary>The index of Russia; zeros where nothing has moved it.</summary>
    public static async Task<(int Positive, int Negative, int Developments)> Index(Typist typist)
    {
        var told = (await typist.Ask("index", "-r", "russia")).EnumerateArray().ToArray();
        if (told.Length == 0)
            return (0, 0, 0);
        var russia = told.ShouldHaveSingleItem();
        return (Number(russia, "positive"), Number(russia, "negative"), Number(russia, "developments"));
    }
}

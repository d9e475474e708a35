using Barometer.Domain.Record;

namespace Barometer.Publications.Coded;

/// <summary>Where the columns of an event table of GDELT stand: found by name where there is a header, else by the table's width.</summary>
internal sealed record GdeltColumns(bool AreNamed, int Count) : CodedColumns(AreNamed, Count)
{
    // Without a header: 1.0 before April 2013 has no address, 2.0 three columns more, ADM2 of each place.
    private const int Historical = 57;
    private const int First = 58;
    private const int Second = 61;

    public required int Id { get; init; }

    public required int Day { get; init; }

    public required (int Name, int Country) Actor1 { get; init; }

    public required (int Name, int Country) Actor2 { get; init; }

    public required int EventCode { get; init; }

    public required int QuadClass { get; init; }

    public required int DateAdded { get; init; }

    public required int SourceUrl { get; init; }

    /// <summary>The columns of a table whose first row is before us.</summary>
    public static Decision<GdeltColumns> Of(CodedTable table)
    {
        string[] first = [.. table.Fields.Select(f => f.Trim().ToUpperInvariant())];
        return first.Contains("GLOBALEVENTID") ? Named(first, table) : ByPlace(table);
    }

    private static Decision<GdeltColumns> Named(string[] header, CodedTable table)
    {
        // The codebook of 2.0 calls the day Day, 1.0 SQLDATE.
        var day = header.Contains("DAY") ? "DAY" : "SQLDATE";
        string[] required = ["GLOBALEVENTID", day, "ACTOR1COUNTRYCODE", "ACTOR2COUNTRYCODE", "EVENTCODE"];
        string[] used = [.. required, "ACTOR1NAME", "ACTOR2NAME", "QUADCLASS", "DATEADDED", "SOURCEURL"];
        if (required.Except(header).FirstOrDefault() is { } missing)
            return table.Broken($"the header names no column {missing}.");
        if (Array.Find(used, u => header.Count(h => h == u) > 1) is { } twice)
            return table.Broken($"the header names the column {twice} twice.");
        return new GdeltColumns(AreNamed: true, header.Length)
        {
            Id = At("GLOBALEVENTID"),
            Day = At(day),
            Actor1 = (At("ACTOR1NAME"), At("ACTOR1COUNTRYCODE")),
            Actor2 = (At("ACTOR2NAME"), At("ACTOR2COUNTRYCODE")),
            EventCode = At("EVENTCODE"),
            QuadClass = At("QUADCLASS"),
            DateAdded = At("DATEADDED"),
            SourceUrl = At("SOURCEURL"),
        };

        int At(string name) => Array.IndexOf(header, name);
    }

    private static Decision<GdeltColumns> ByPlace(CodedTable table) =>
        table.Count is not (Historical or First or Second)
            ? table.Broken($"there is no header with GLOBALEVENTID, and the row has {table.Count} fields; without one a table of GDELT has {First} (1.0), {Second} (2.0) or, before April 2013, {Historical}.")
            : new GdeltColumns(AreNamed: false, table.Count)
            {
                Id = 0,
                Day = 1,
                Actor1 = (6, 7),
                Actor2 = (16, 17),
                EventCode = 26,
                QuadClass = 29,
                DateAdded = table.Count == Historical ? table.Count - 1 : table.Count - 2,
                SourceUrl = table.Count == Historical ? -1 : table.Count - 1,
            };
}

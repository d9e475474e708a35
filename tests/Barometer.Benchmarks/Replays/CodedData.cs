using System.Globalization;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Replays.Rows;

namespace Barometer.Benchmarks.Replays;

/// <summary>
/// Coded data made up, as rows at rest: ten years of days over 200 relationships, each row of one of 300 codes at one of four levels, a fifth of
/// them scored. One in twenty is reported up to a month late, one in fifty is dated to a span of up to a month, one in a hundred is changed
/// later. The same for the same number of rows.
/// </summary>
/// <param name="count">How many rows.</param>
internal sealed class CodedData(int count)
{
    public const int Relationships = 200;

    /// <summary>The dimension of every relationship.</summary>
    public const string Scored = "development";

    private const int Codes = 300;
    private const int Days = 3_652;
    private static readonly string[] Levels = ["head of state", "minister", "agency", "media"];

    /// <summary>How many rows.</summary>
    public int Count { get; } = count;

    public static DeclareBarometer Declaration { get; } = new("Coded", Range: 10, new Domain.Barometers.Calendar(new DateOnly(2014, 1, 1), MonthsPerPeriod: 1), [.. Enumerable.Range(1, Relationships).Select(Relationship)], "bench");

    public static Settings Settings { get; } = Declaring.Fold(Declaring.Decide(Declaration, current: null).Accepted(out var declared, out _) ? declared : throw new InvalidOperationException("The coded data cannot be declared."));

    /// <summary>The classifications that rows name.</summary>
    public static IReadOnlyList<ClassAtRest> Classes { get; } =
    [
        .. from code in Enumerable.Range(0, Codes)
           from level in Levels
           select ClassAtRest.Of(new Classification
           {
               EventType = $"TYPE-{code / 20}",
               Cameo = string.Create(CultureInfo.InvariantCulture, $"{10 + code:000}"),
               QuadClass = new QuadClass("CAMEO", (code / 75) + 1),
               Sources = [new WorldActor("", Country: null, [], level)],
           }),
    ];

    /// <summary>Where the stream of each relationship would have come to.</summary>
    public Positions Positions => Positions.Of(Rows().GroupBy(r => r.Relationship, (r, rows) => KeyValuePair.Create(Settings.Relationships[r].Key, rows.Max(row => row.Row.Position))));

    /// <summary>The rows, by the relationship's place, in the order in which they would be recorded: day by day.</summary>
    public IEnumerable<(int Relationship, RowAtRest Row)> Rows()
    {
        var (chance, positions, ordinals) = (new Random(9), new long[Relationships], new Dictionary<(int Relationship, int Issue), int>());
        Array.Fill(positions, 1);
        for (var number = 0; number < Count; number++)
        {
            var relationship = chance.Next(Relationships);
            var position = ++positions[relationship];
            var reported = Settings.Calendar.FirstMonth.AddDays((int)((long)number * Days / Count));
            var day = chance.Next(20) == 0 ? reported.AddDays(-Math.Min(chance.Next(30), reported.DayNumber - Settings.Calendar.FirstMonth.DayNumber)) : reported;
            var issue = ((day.Year - Settings.Calendar.FirstMonth.Year) * 12) + day.Month;
            var ordinal = ordinals.GetValueOrDefault((relationship, issue));
            if (ordinal > 0 && chance.Next(100) == 0)
                yield return (relationship, Changed(new RowAtRest(position, Told.Points, issue, 1 + chance.Next(ordinal)), chance));
            else
                yield return (relationship, Recorded(new RowAtRest(position, Told.Recorded, issue, ordinals[(relationship, issue)] = ordinal + 1), day, chance));
        }
    }

    /// <summary>The same in memory, as a replay takes them.</summary>
    public Columns InMemory()
    {
        var folding = new ColumnsFolding(Settings, Positions, Classes.ToDictionary(c => c.Number));
        foreach (var (relationship, row) in Rows())
            folding.Add(relationship, row);
        return folding.Build();
    }

    private static RowAtRest Recorded(RowAtRest row, DateOnly day, Random chance)
    {
        var latest = chance.Next(50) == 0 ? day.DayNumber + chance.Next(30) : day.DayNumber;
        row = row with { Day = day.DayNumber, Earliest = day.DayNumber, Latest = latest, Class = Classes[chance.Next(Classes.Count)].Number, Title = $"{row.Issue}/{row.Ordinal} as coded" };
        return chance.Next(5) == 0 ? Points(row, chance) : row;
    }

    private static RowAtRest Changed(RowAtRest row, Random chance) => chance.Next(3) switch
    {
        0 => row with { Told = Told.Withdrawn },
        1 => row with { Told = Told.Classified, Class = Classes[chance.Next(Classes.Count)].Number },
        _ => Points(row, chance),
    };

    private static RowAtRest Points(RowAtRest row, Random chance) => row with { Dimension = Scored, Positive = chance.Next(4), Negative = -chance.Next(4) };

    private static Relationship Relationship(int number) =>
        new(string.Create(CultureInfo.InvariantCulture, $"dyad-{number:000}"), $"Dyad {number}", [], string.Create(CultureInfo.InvariantCulture, $"D{number:000}"), [new Dimension(Scored, "Development", "improved", "deteriorated")]);
}

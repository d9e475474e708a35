using Barometer.Domain.Developments;

namespace Barometer.Domain.Replays.Rows;

/// <summary>
/// What one event tells of a development that rules can see, as numbers: a row for each dimension where it tells points, else
/// one. It depends on its event alone; what an event does not tell is null.
/// </summary>
/// <param name="Position">The event's position in the stream of its relationship.</param>
/// <param name="Told">What the event tells.</param>
/// <param name="Issue">Of the development's reference, whose prefix is the relationship's.</param>
/// <param name="Ordinal">Of the development's reference.</param>
public readonly record struct RowAtRest(long Position, Told Told, int Issue, int Ordinal)
{
    /// <summary>The dimension scored; empty where no points are told.</summary>
    public string Dimension { get; init; } = "";

    /// <summary>0 or more.</summary>
    public int Positive { get; init; }

    /// <summary>0 or less.</summary>
    public int Negative { get; init; }

    /// <summary>The day on which it counts. This and the days below are counted from 1 January of the year 1.</summary>
    public int? Day { get; init; }

    /// <summary>The earliest day; null where unknown, too.</summary>
    public int? Earliest { get; init; }

    /// <summary>The latest day; null where unknown, too.</summary>
    public int? Latest { get; init; }

    /// <summary>The number of its classification, see <see cref="ClassAtRest"/>.</summary>
    public long? Class { get; init; }

    /// <summary>Its title.</summary>
    public string? Title { get; init; }

    /// <summary>The reference of the development linked with.</summary>
    public string? Linked { get; init; }

    /// <summary>The rows of an event; none where rules see nothing of it, as of a note.</summary>
    /// <param name="e">The event.</param>
    /// <param name="position">Its position in the stream of its relationship.</param>
    public static IEnumerable<RowAtRest> Of(DevelopmentEvent e, long position)
    {
        RowAtRest Row(Told told) => new(position, told, e.Reference.Issue, e.Reference.Ordinal);
        return e switch
        {
            DevelopmentRecorded recorded => Scored(Recorded(recorded, Row(Told.Recorded)), (recorded as DevelopmentScored)?.Points),
            PointsGiven given => Scored(Row(Told.Points), given.Points),
            PointsAmended amended => Scored(Row(Told.Points), amended.To),
            DevelopmentWithdrawn => [Row(Told.Withdrawn)],
            DevelopmentReinstated => [Row(Told.Reinstated)],
            DevelopmentRefiled refiled => [Row(Told.Filed) with { Day = refiled.To.Day.DayNumber }],
            DevelopmentRedated redated => [Dated(Row(Told.Dated), redated.To, redated.FiledTo)],
            DevelopmentReclassified reclassified => [Row(Told.Classified) with { Class = ClassAtRest.Of(reclassified.To).Number }],
            DevelopmentDescribed described => [Row(Told.Described) with { Title = described.Title }],
            SameHappeningLinked linked => [Row(Told.Linked) with { Linked = linked.With.ToString() }],
            DevelopmentNoted => [],
            _ => throw new InvalidOperationException($"{e.GetType().Name} is not known to {nameof(RowAtRest)}."),
        };
    }

    private static RowAtRest Recorded(DevelopmentRecorded e, RowAtRest row) => Dated(row, e.Particulars.Date, e.Filing) with
    {
        Class = ClassAtRest.Of(e.Particulars.Classification).Number,
        Title = e.Particulars.Title,
    };

    private static RowAtRest Dated(RowAtRest row, PrintedDate date, Filing filing) => row with
    {
        Day = filing.Day.DayNumber,
        Earliest = date.Earliest?.DayNumber,
        Latest = date.Latest?.DayNumber,
    };

    private static IEnumerable<RowAtRest> Scored(RowAtRest row, Points? points) => points is null
        ? [row]
        : points.Select(s => row with { Dimension = s.Dimension, Positive = s.Positive, Negative = s.Negative });
}

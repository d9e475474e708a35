using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;

namespace Barometer.Domain.Tests.Replays.Generated;

/// <summary>A generated barometer: its events, and the developments that they fold to.</summary>
internal sealed class GeneratedBarometer
{
    private readonly Dictionary<Reference, Development> _developments = [];
    private readonly List<DevelopmentEvent> _events = [];
    private readonly Fate[] _fates;

    public GeneratedBarometer(int monthsPerPeriod, Fate[] fates)
    {
        (Settings, _fates) = (AnyBarometer.Settings(monthsPerPeriod), fates);
        Periods = [.. Enumerable.Range(1, AnyBarometer.Periods).Select(n => Settings.Calendar.PeriodOf(n + 2))];
        var references = fates.Select(Recorded).ToArray();
        foreach (var (fate, reference) in fates.Zip(references))
            Link(fate, reference, references);
        foreach (var (fate, reference) in fates.Zip(references))
            End(fate, _developments[reference]);
    }

    public Settings Settings { get; }

    /// <summary>Those under which developments are filed, a period apart from the first of the calendar.</summary>
    public PeriodId[] Periods { get; }

    public IReadOnlyList<DevelopmentEvent> Events => _events;

    public IReadOnlyCollection<Development> Developments => _developments.Values;

    public override string ToString() => string.Join(Environment.NewLine, _developments.Values.Select(d =>
        $"{d.Id} {(d.Withdrawn ? "withdrawn" : d.Points?.ToString() ?? "unscored")} in {d.Filing.Period} on {d.Filing.Day:O}, {d.Particulars.Date.Earliest:O}..{d.Particulars.Date.Latest:O} "
        + $"'{d.Particulars.Title}' with {string.Join(",", d.SameHappening)} {System.Text.Json.JsonSerializer.Serialize(d.Particulars.Classification)}"));

    private Reference Recorded(Fate fate)
    {
        var (relationship, period) = (Settings.Relationships[fate.Relationship], Periods[fate.Period]);
        var issue = Settings.Calendar.IssueOf(period)!.Value;
        var reference = new Reference(relationship.Prefix, issue, _developments.Keys.Count(r => r.Prefix == relationship.Prefix && r.Issue == issue) + 1);
        var particulars = new Particulars { Title = $"Happening {fate.Title}", Date = Dated(fate.Days), Classification = fate.Classification };
        DevelopmentRecorded e = fate.IsScored ? new DevelopmentScored { Points = PointsOf(fate.Parts, relationship) } : new DevelopmentRecordedUnscored();
        Append(e with { Reference = reference, Revision = 1, Relationship = relationship.Key, Filing = Filing.Under(period, particulars.Date), Particulars = particulars });
        return reference;
    }

    private void Link(Fate fate, Reference one, Reference[] references)
    {
        if (fate.LinkedWith is not { } number || references[number % references.Length] is var other && (other.Prefix == one.Prefix || _developments[one].SameHappening.Contains(other)))
            return;
        var with = references[number % references.Length];
        Append(new SameHappeningLinked { Reference = one, Revision = _developments[one].Revision + 1, With = with });
        Append(new SameHappeningLinked { Reference = with, Revision = _developments[with].Revision + 1, With = one });
    }

    private void End(Fate fate, Development d)
    {
        var (relationship, filing) = (Settings.Relationships[fate.Relationship], d.Filing);
        DevelopmentEvent? e = fate.Ending switch
        {
            Ending.Amended when d.Points is not null => new PointsAmended { From = d.Points, To = PointsOf(fate.Later, relationship), Filing = filing },
            Ending.Scored when d.Points is null => new PointsGiven { Points = PointsOf(fate.Later, relationship), Filing = filing },
            Ending.Withdrawn or Ending.Reinstated => new DevelopmentWithdrawn { Points = d.Points, Filing = filing },
            Ending.Refiled => new DevelopmentRefiled { From = filing, To = Filing.Under(Periods[fate.Elsewhere], d.Particulars.Date), Points = d.Points },
            Ending.Redated => Redated(d, new Days(fate.Elsewhere * 20, 1 + fate.Title)),
            Ending.Reclassified => new DevelopmentReclassified { From = d.Particulars.Classification, To = fate.Other },
            _ => null,
        };
        if (e is null)
            return;
        Append(e with { Reference = d.Reference, Revision = d.Revision + 1 });
        if (fate.Ending == Ending.Reinstated)
            Append(new DevelopmentReinstated { Reference = d.Reference, Revision = d.Revision + 2, Points = d.Points, Filing = filing });
    }

    private DevelopmentRedated Redated(Development d, Days days) => new()
    {
        From = d.Particulars.Date,
        To = Dated(days),
        FiledFrom = d.Filing,
        FiledTo = Filing.Under(d.Filing.Period, Dated(days)),
        Points = d.Points,
    };

    private PrintedDate Dated(Days days)
    {
        if (days.First is not { } first)
            return PrintedDate.Unknown("-");
        var day = Periods[0].FirstDay.AddDays(first);
        return new PrintedDate($"{day:O}", day, day.AddDays(days.Number - 1), Precision.Range);
    }

    private void Append(DevelopmentEvent e)
    {
        _events.Add(e);
        _developments[e.Reference] = Development.Fold(_developments.GetValueOrDefault(e.Reference), e);
    }

    private static Points PointsOf(Parts parts, Relationship relationship) => new(relationship.Dimensions.Select((d, place) =>
        place == 0 ? new Score(d.Key, parts.Positive, parts.Negative) : new Score(d.Key, parts.OtherPositive, parts.OtherNegative)));
}

using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.Replays;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;
using Barometer.Domain.Tests.Barometers;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.Replays;

/// <summary>A few developments of the small barometer, numbered as they come, to hold rules against.</summary>
internal sealed class Catalogue
{
    private readonly List<Development> _developments = [];

    /// <summary>A development of Russia with points of one number, and what is said of it.</summary>
    public Catalogue Russia(int points, string days = "2019-11-20", Classification? said = null) => Add(SmallBarometer.Russia, SmallBarometer.Points(points), days, said);

    /// <summary>One of Russia without points.</summary>
    public Catalogue Unscored(Classification? said = null, string days = "2019-11-20") => Add(SmallBarometer.Russia, points: null, days, said);

    public Catalogue China(int points, string days = "2019-11-20", Classification? said = null) => Add(SmallBarometer.China, SmallBarometer.Points(points), days, said);

    public Catalogue Security(int national, int regional, string days = "2019-11-20", Classification? said = null) =>
        Add(SmallBarometer.Security, SmallBarometer.OfSecurity(national, regional), days, said);

    /// <summary>A development.</summary>
    /// <param name="relationship">Of which relationship.</param>
    /// <param name="points">Null for unscored.</param>
    /// <param name="days">One day, or the first and the last with two points between, or "-".</param>
    /// <param name="said">What is said of it.</param>
    /// <param name="filed">Where it is filed; null for the period of its last day, issue 12 without one.</param>
    /// <param name="title">Its title.</param>
    public Catalogue Add(string relationship, Points? points, string days = "2019-11-20", Classification? said = null, PeriodId? filed = null, string title = "Presidents meet")
    {
        DateOnly?[] within = days == "-" ? [null, null] : [.. days.Split("..").Select(d => (DateOnly?)DateOnly.Parse(d))];
        var particulars = new Particulars { Title = title, Date = new PrintedDate(days, within[0], within[^1], Precision.Range), Classification = said ?? Classification.None };
        var period = filed ?? (within[^1] is { } last ? SmallBarometer.Settings.Calendar.PeriodOf(last) : SmallBarometer.Issue12);
        DevelopmentRecorded e = points is null ? new DevelopmentRecordedUnscored() : new DevelopmentScored { Points = points };
        _developments.Add(Development.Fold(state: null, e with
        {
            Reference = new Reference(SmallBarometer.Relationship(relationship).Prefix, 12, _developments.Count + 1),
            Revision = 1,
            Relationship = relationship,
            Filing = Filing.Under(period, particulars.Date),
            Particulars = particulars,
        }));
        return this;
    }

    /// <summary>Links two, by their numbers from 1.</summary>
    public Catalogue Link(int one, int other)
    {
        foreach (var (from, to) in ((int, int)[])[(one - 1, other - 1), (other - 1, one - 1)])
            _developments[from] = Development.Fold(_developments[from], new SameHappeningLinked { Reference = _developments[from].Reference, Revision = _developments[from].Revision + 1, With = _developments[to].Reference });
        return this;
    }

    public Columns Columns => Columns.Of(_developments, SmallBarometer.Settings, Positions.Start);

    /// <summary>Issues 11 to 13 under rules.</summary>
    public RuledIndices Under(params Rule[] rules) => Under(SmallBarometer.Issue11, SmallBarometer.Issue13, rules);

    public RuledIndices Under(PeriodId from, PeriodId to, params Rule[] rules) => Under(Rules.Of(rules), from, to);

    public RuledIndices Under(RuleSet rules, PeriodId from, PeriodId to) => RuledIndices.Of(rules, Columns, from, to).ShouldBeAccepted();

    public RuledIndices Under(RuleSet rules) => Under(rules, SmallBarometer.Issue11, SmallBarometer.Issue13);
}

/// <summary>Rules, shortly said.</summary>
internal static class Rules
{
    public static RuleSet Of(params Rule[] rules) => new("tried", 1, []) { Rules = [.. rules], Levels = ["head of state", "minister", "ambassador"] };

    /// <summary>A rule that is about every development, unless it says about which.</summary>
    public static Rule Does(this string id, Act act, Condition? when = null) => new(id, "", when ?? Condition.Always, act);

    public static FixedPoint Number(decimal number) => FixedPoint.Of(number);

    public static Amount Same(decimal number) => new Same(Number(number));

    public static Amount By(Trait trait, params (string Word, decimal Number)[] numbers) =>
        new ByWord(trait, System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(StringComparer.OrdinalIgnoreCase, numbers.Select(n => KeyValuePair.Create(n.Word, Number(n.Number)))));

    public static Condition Says(Trait trait, params string[] words) => new Says(trait, [.. words]);
}

/// <summary>What indices say, to read beside what a person works out by hand.</summary>
internal static class Saying
{
    /// <summary>Positive and negative sum, how many developments, and the lines: <c>4 -1 of 2: assigned 3 -1 at 2, doubled 1 0 at 1</c>.</summary>
    public static string Of(this RuledIndices indices, string relationship, PeriodId? period = null, string? dimension = null) =>
        indices.Indices.SingleOrDefault(i => i.Relationship == relationship && i.Period == (period ?? SmallBarometer.Issue12) && i.Dimension == (dimension ?? i.Dimension)) is { } index
            ? $"{index.Positive} {index.Negative} of {index.Developments}: {string.Join(", ", index.Lines.Select(Of))}"
            : "no index";

    public static string OfRussia(this RuledIndices indices, PeriodId? period = null) => indices.Of(SmallBarometer.Russia, period);

    private static string Of(Line line)
    {
        var name = line.Kind switch { LineKind.Assigned => "assigned", LineKind.CarriedOver => "carried over", LineKind.Decay => "decay", LineKind.RuleAlone => $"{line.Rule} alone", _ => line.Rule };
        return $"{name} {line.Positive} {line.Negative}{(line.Developments == 0 ? "" : $" at {line.Developments}")}";
    }
}

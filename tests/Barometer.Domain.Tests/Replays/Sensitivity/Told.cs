using System.Collections.Immutable;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;
using Barometer.Domain.Tests.Barometers;

namespace Barometer.Domain.Tests.Replays.Sensitivity;

/// <summary>A development of the small barometer, as a test tells it.</summary>
/// <param name="Relationship">Whose.</param>
/// <param name="Day">Days after 1 September 2019, on which issue 11 begins.</param>
/// <param name="Cameo">What it is.</param>
/// <param name="Positive">The positive part in the first dimension; null for unscored.</param>
/// <param name="Negative">The negative part.</param>
/// <param name="Second">Points in the second dimension, for security.</param>
/// <param name="Happening">Those of one number tell the same happening; 0 for none.</param>
public sealed record Told(string Relationship, int Day, string Cameo, int? Positive = null, int Negative = 0, int Second = 0, int Happening = 0)
{
    private static readonly DateOnly Begin = SmallBarometer.Issue11.FirstDay;

    public static Told Security(int day, string cameo, int national, int regional) =>
        new(SmallBarometer.Security, day, cameo, Math.Max(national, 0), Math.Min(national, 0), regional);

    /// <summary>The columns of developments; each has its place here as the ordinal of its reference.</summary>
    public static Columns Columns(IEnumerable<Told> developments) => Columns(developments.Index().Select(t => (t.Index + 1, t.Item)));

    public static Columns Columns(IEnumerable<(int Ordinal, Told Told)> developments)
    {
        var builder = new ColumnsBuilder(SmallBarometer.Settings, Positions.Start);
        var happenings = new Dictionary<int, Reference>();
        foreach (var (ordinal, told) in developments)
        {
            var reference = ReferenceOf(ordinal, told);
            foreach (var (dimension, positive, negative) in told.Scores())
            {
                var (day, kind) = (Begin.AddDays(told.Day).DayNumber, builder.KindOf(told.Cameo, new Classification { Cameo = told.Cameo }, dimension, positive, negative));
                builder.Add(builder.RelationshipOf(told.Relationship), kind, day, day, day, reference);
            }

            if (told.Happening > 0 && !happenings.TryAdd(told.Happening, reference))
                builder.Link(happenings[told.Happening], reference);
        }

        return builder.Build();
    }

    public static Reference ReferenceOf(int ordinal, Told told) => new(SmallBarometer.Relationship(told.Relationship).Prefix, 11, ordinal);

    private IEnumerable<(string? Dimension, int Positive, int Negative)> Scores() => (Positive, Relationship) switch
    {
        (null, _) => [(null, 0, 0)],
        ({ } positive, SmallBarometer.Security) => [(SmallBarometer.NationalSecurity, positive, Negative), (SmallBarometer.RegionalTension, Math.Max(Second, 0), Math.Min(Second, 0))],
        ({ } positive, _) => [(SmallBarometer.Development, positive, Negative)],
    };
}

/// <summary>Rules and inputs, written short.</summary>
internal static class Written
{
    public static FixedPoint Number(decimal number) => FixedPoint.Of(number);

    public static RuleSet Rules(params Rule[] rules) => new("written", 1, []) { Rules = [.. rules] };

    public static Rule Rule(string id, Domain.RuleSets.Act act, params string[] cameo) =>
        new(id, "because", cameo is [] ? Condition.Always : new Says(Trait.Cameo, [.. cameo]), act);

    public static Set Values(params (string Cameo, decimal Number)[] values) =>
        new(new ByWord(Trait.Cameo, values.ToImmutableSortedDictionary(v => v.Cameo, v => Number(v.Number), StringComparer.Ordinal)), Part.Both, Dimension: null);

    public static Scale Times(decimal factor) => new(new Same(Number(factor)), Part.Both);

    public static Input Input(string id, Varied varies, string? rule, Distribution distribution, string? word = null) => new(id, "because", varies, rule, word, distribution);

    public static Input Coder(decimal less, decimal more) =>
        Input("coder", Varied.Coder, rule: null, new OneOf([.. new[] { (-1m, less), (0m, 1 - less - more), (1m, more) }.Where(c => c.Item2 > 0).Select(c => new Chance(Number(c.Item1), Number(c.Item2)))]));

    public static (PeriodId From, PeriodId To) Asked { get; } = (SmallBarometer.Issue11, SmallBarometer.Issue13);
}

using System.Numerics;
using Barometer.Domain.Periods;
using Barometer.Domain.Replays;

namespace Barometer.Domain.Tests.Replays;

/// <summary>Indices as text to compare, in billionths, whoever computed them.</summary>
internal static class WrittenIndices
{
    public static string Of(RuledIndices indices) => string.Join(Environment.NewLine, [
        .. indices.Indices.Select(i => Index(
            i.Relationship, i.Dimension, i.Period, i.Positive.Units, i.Negative.Units, i.Developments,
            i.Lines.Select(l => Line(l.Kind, l.Rule, l.Positive.Units, l.Negative.Units, l.Developments)))).Order(StringComparer.Ordinal),
        .. indices.NotCoded.Select(n => NotCoded(n.Relationship, n.Period, n.What, n.Developments)).Order(StringComparer.Ordinal),
        .. indices.Composites.Select(c => Composite(c.Period, c.Value?.Units, c.Parts.Select(p => ((BigInteger)p.Value.Units, (BigInteger?)p.Normalised?.Units))))]);

    /// <summary>As <c>ShouldBe</c>, and tells the lines that differ and no others.</summary>
    public static void ShouldAgree(string computed, string expected)
    {
        if (computed == expected)
            return;
        var (actual, should) = (computed.Split(Environment.NewLine), expected.Split(Environment.NewLine));
        throw new ShouldAssertException(string.Join(Environment.NewLine, [
            "computed:", .. actual.Except(should), "expected:", .. should.Except(actual), actual.Length == should.Length ? "" : $"{actual.Length} lines, not {should.Length}"]));
    }

    public static string Index(string relationship, string dimension, PeriodId period, BigInteger positive, BigInteger negative, long developments, IEnumerable<string> lines) =>
        $"{relationship} {dimension} {period} {positive}/{negative} of {developments}: {string.Join("; ", lines)}";

    public static string Line(LineKind kind, string? rule, BigInteger positive, BigInteger negative, long developments) => $"{kind} {rule} {positive}/{negative} at {developments}";

    public static string NotCoded(string relationship, PeriodId period, string what, long developments) => $"{relationship} {period}: {developments} of {what}";

    public static string Composite(PeriodId period, BigInteger? value, IEnumerable<(BigInteger Value, BigInteger? Normalised)> parts) =>
        $"composite {period} {value?.ToString() ?? "none"} of {string.Join(", ", parts.Select(p => $"{p.Value} as {p.Normalised?.ToString() ?? "none"}"))}";
}

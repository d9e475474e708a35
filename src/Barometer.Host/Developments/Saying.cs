using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;

namespace Barometer.Host.Developments;

/// <summary>Reads what was said on the command line into the domain's values, or says what would be right.</summary>
internal static class Saying
{
    /// <summary>A development, by its reference.</summary>
    public static Decision<Reference> Reference(string text) =>
        Domain.Developments.Reference.TryParse(text, provider: null, out var reference)
            ? reference
            : Refusal.Usage($"'{text}' is no reference; one looks like RU-12-016.");

    /// <summary>The period of <c>--period</c>; null where none was named.</summary>
    public static Decision<PeriodId?> Period(this Door door) =>
        door.Get(SharedOptions.Period) is { } text ? PeriodId.Read(text).Then(p => (PeriodId?)p) : (PeriodId?)null;

    /// <summary>The points of <c>--points</c>, in the dimensions of the development's relationship.</summary>
    public static async Task<Decision<Points>> Points(this Door door, Reference reference, CancellationToken cancellation) =>
        (await door.Settings(cancellation)).Accepted(out var settings, out var refusal) && settings.Of(reference).Accepted(out var relationship, out refusal)
            ? door.Points(relationship)
            : refusal;

    /// <summary>The points of <c>--points</c>, in the dimensions of a relationship.</summary>
    public static Decision<Points> Points(this Door door, Relationship relationship) =>
        door.Get(SharedOptions.Points) is { Length: > 0 } said
            ? PointsReading.Read(string.Join(' ', said), relationship)
            : Refusal.Usage("Say the points (--points +2, --points +1/-1, or --points national-security=+1 for each dimension).");
}

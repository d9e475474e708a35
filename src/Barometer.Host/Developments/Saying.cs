using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;

namespace Barometer.Host.Developments;

/// <summary>Reads what was said at a door into the domain's values, or says what would be right.</summary>
internal static class Saying
{
    /// <summary>A development, by its reference.</summary>
    public static Decision<Reference> Reference(string text) =>
        Domain.Developments.Reference.TryParse(text, provider: null, out var reference)
            ? reference
            : Refusal.Usage($"'{text}' is no reference; one looks like RU-12-016.").About("reference");

    /// <summary>The period of <c>--period</c>; null where none was named.</summary>
    public static Decision<PeriodId?> Period(this Door door) => Period(door.Get(SharedOptions.Period));

    /// <summary>A period that was written; null where none was.</summary>
    public static Decision<PeriodId?> Period(string? text) => text is null ? (PeriodId?)null : PeriodId.Read(text).Then(p => (PeriodId?)p).About("period");

    /// <summary>A word of an enumeration that was written; none where nothing was.</summary>
    public static Decision<SaidWord<T>> Word<T>(string name, string? text)
        where T : struct, Enum
    {
        var value = text is null ? null : Domain.Record.Word.Read<T>(text);
        return text is null || value is not null
            ? new SaidWord<T>(value)
            : Refusal.Usage($"'{text}' is no {name}; it is one of {string.Join(", ", Domain.Record.Word.All<T>())}.");
    }

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

/// <summary>A word that was said.</summary>
/// <param name="Value">What it stands for; null where nothing was said.</param>
internal readonly record struct SaidWord<T>(T? Value)
    where T : struct, Enum;

namespace Barometer.Publications.Coded;

/// <summary>Why a row belongs to no relationship.</summary>
public enum Apart
{
    /// <summary>Both are of one country.</summary>
    Domestic,

    /// <summary>One of the two has no country, or both.</summary>
    WithoutTwoCountries,

    /// <summary>No row of the mapping names them.</summary>
    Unmapped,
}

/// <summary>Two countries without direction, in ordinal order.</summary>
/// <param name="First">Before the other in ordinal order.</param>
/// <param name="Second">The other.</param>
public readonly record struct Dyad(string First, string Second)
{
    /// <summary>The two countries of a row; null where there are no two different ones.</summary>
    public static Dyad? Of(CodedRow row) => WhyNone(row) is null ? Between(row.Source.Country!, row.Target.Country!) : null;

    /// <summary>Why a row has no two different countries; null where it has.</summary>
    public static Apart? WhyNone(CodedRow row) =>
        row.Source.Country is not { } one || row.Target.Country is not { } other ? Apart.WithoutTwoCountries
        : one == other ? Apart.Domestic
        : null;

    /// <summary>The two, whichever is named first.</summary>
    public static Dyad Between(string one, string other) => string.CompareOrdinal(one, other) <= 0 ? new Dyad(one, other) : new Dyad(other, one);
}

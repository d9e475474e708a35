using CsCheck;

namespace Barometer.Domain.Tests.Replays.Generated;

/// <summary>Some of what is listed, each as often.</summary>
internal static class Some
{
    public static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(place => values[place]);
}

using Barometer.Domain.RuleSets.Reading;

namespace Barometer.Publications.RuleSets;

/// <summary>Ends reading a tree at what is not read at all; it never leaves <see cref="YamlTree"/>.</summary>
internal sealed class RefusedException(Place at, string message) : Exception(message)
{
    /// <summary>Where.</summary>
    public Place At => at;
}

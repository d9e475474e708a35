using System.Text.Json;

namespace Barometer.Projections;

/// <summary>Enumerations as words, the same in tables as in JSON.</summary>
internal static class Words
{
    /// <summary><c>NewInformation</c> as <c>new-information</c>; null stays null.</summary>
    public static string? Kebab(Enum? value) => value is null ? null : JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}

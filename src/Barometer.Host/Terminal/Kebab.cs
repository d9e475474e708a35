using System.CommandLine.Parsing;
using System.Text.Json;

namespace Barometer.Host.Terminal;

/// <summary>Reads enumerations as people write them: <c>new-information</c>.</summary>
internal static class Kebab
{
    public static T? Parse<T>(ArgumentResult said)
        where T : struct, Enum
    {
        var word = said.Tokens.Single().Value;
        foreach (var value in Enum.GetValues<T>())
        {
            if (Of(value) == word)
                return value;
        }

        said.AddError($"'{word}' is not one of {string.Join(", ", Enum.GetValues<T>().Select(v => Of(v)))}.");
        return null;
    }

    public static string Of(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}

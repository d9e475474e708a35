using System.CommandLine.Parsing;

namespace Barometer.Host.Terminal;

/// <summary>Reads a value of an enumeration as people type it: <c>new-information</c>.</summary>
internal static class WordArgument
{
    public static T? Parse<T>(ArgumentResult said)
        where T : struct, Enum
    {
        var word = said.Tokens.Single().Value;
        if (Word.Read<T>(word) is { } value)
            return value;
        said.AddError($"'{word}' is not one of {string.Join(", ", Word.All<T>())}.");
        return null;
    }
}

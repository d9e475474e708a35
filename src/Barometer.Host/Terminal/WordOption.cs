using System.CommandLine.Parsing;

namespace Barometer.Host.Terminal;

/// <summary>An option whose value is a word of an enumeration, as the record writes it: <c>new-information</c>.</summary>
internal static class WordOption
{
    public static Option<T?> Of<T>(string name, string description)
        where T : struct, Enum
    {
        var option = new Option<T?>(name) { Description = description, HelpName = string.Join('|', Word.All<T>()), CustomParser = Read<T> };
        option.CompletionSources.Clear();
        option.CompletionSources.Add([.. Word.All<T>()]);
        return option;
    }

    private static T? Read<T>(ArgumentResult said)
        where T : struct, Enum
    {
        var word = said.Tokens.Single().Value;
        if (Word.Read<T>(word) is { } value)
            return value;
        said.AddError($"'{word}' is not one of {string.Join(", ", Word.All<T>())}.");
        return null;
    }
}

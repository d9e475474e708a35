using System.Text.Json;
using System.Text.RegularExpressions;
using Barometer.Domain.Tests;

namespace Barometer.Host.Tests.Terminal;

/// <summary>Holds answers against the page that documents them.</summary>
internal static partial class DocumentedAnswers
{
    /// <summary>Together they have every member that the page documents of a verb, and no others.</summary>
    public static void ShouldBeDocumented(string verb, params JsonElement[] answers) =>
        answers.SelectMany(a => Paths(a, "")).Distinct().ShouldBe(Documented(verb), ignoreOrder: true);

    private static IEnumerable<string> Paths(JsonElement value, string under) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(e => Paths(e, under)),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(m => Paths(m.Value, $"{under}/{m.Name}").Prepend($"{under}/{m.Name}")),
        _ => [],
    };

    // Of the first shape after the verb's heading: {name, of: [{name, …}]}.
    private static IEnumerable<string> Documented(string verb)
    {
        var shape = Shape().Match(File.ReadAllText(ProjectFolder.Of("src", "Barometer.Host", "Terminal", "answers.md")).Split($"## `{verb}`\n")[1]).Groups[1].Value;
        var (under, last) = (new Stack<string>(), "");
        foreach (var token in Tokens().Matches(shape).Select(m => m.Value))
        {
            if (token == "{")
                under.Push(last);
            else if (token == "}")
                under.Pop();
            else
                yield return last = $"{under.Peek()}/{token}";
        }
    }

    [GeneratedRegex("`({.*})`")]
    private static partial Regex Shape();

    [GeneratedRegex("[{}]|[A-Za-z]+")]
    private static partial Regex Tokens();
}

using System.Text;
using Barometer.Domain.Record;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Reading;

namespace Barometer.Publications.RuleSets;

/// <summary>Reads a rule set that a person wrote, as YAML or as JSON.</summary>
public static class RuleSetFile
{
    /// <summary>The most bytes that are read: 1 MiB.</summary>
    public const int MostBytes = 1 << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The rule set, or a refusal that tells the first mistakes with their lines and columns.</summary>
    /// <param name="file">The file, open for reading.</param>
    /// <param name="name">Its name, for the refusal.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Decision<RuleSet> Read(Stream file, string name)
    {
        var bytes = new byte[MostBytes + 1];
        var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (length > MostBytes)
            return Refusal.Usage($"{name} is longer than 1 MiB, and so no rule set that is read.");
        try
        {
            return Read(Strict.GetString(bytes, 0, length), name);
        }
        catch (DecoderFallbackException broken)
        {
            return Refusal.Usage($"{name} is no text in UTF-8: byte {broken.Index + 1} begins no character.");
        }
    }

    /// <summary>The same of a text.</summary>
    public static Decision<RuleSet> Read(string text, string name)
    {
        var mistakes = new Mistakes();
        return YamlTree.Read(text.TrimStart('\uFEFF'), mistakes) is { } tree ? RuleSetTree.Read(tree, name) : mistakes.Refusal(name);
    }
}

using System.Collections.Immutable;
using Barometer.Domain.RuleSets.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using Scalar = Barometer.Domain.RuleSets.Reading.Scalar;

namespace Barometer.Publications.RuleSets;

/// <summary>
/// The tree of a text in YAML or JSON, which is YAML's flow syntax. Nothing is made of its values here: no dates, no octal numbers,
/// no "yes" and "no". What could grow (aliases) or run (tags) is refused, and so is whatever is deeper or longer than any rule set.
/// </summary>
internal sealed class YamlTree
{
    /// <summary>How deep nodes stand in one another; recorded JSON holds a little more.</summary>
    public const int Deepest = 60;

    /// <summary>How many values a file has.</summary>
    public const int MostValues = 100_000;

    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private int _values;

    private YamlTree(string text)
    {
        _scanner = new Scanner(new StringReader(text), skipComments: true);
        _parser = new Parser(_scanner);
    }

    /// <summary>The tree; null where the text is none, which is told.</summary>
    public static Node? Read(string text, Mistakes mistakes)
    {
        // JSON may be indented with tabs, and YAML may not; within JSON's own texts there are none.
        var yaml = new YamlTree(text.TrimStart().StartsWith('{') ? text.Replace('\t', ' ') : text);
        try
        {
            return yaml.Document();
        }
        catch (RefusedException refused)
        {
            mistakes.Tell(refused.At, refused.Message);
        }
        catch (YamlException wrong)
        {
            mistakes.Tell(At(wrong.Start), $"This is neither YAML nor JSON: {wrong.Message.TrimEnd('.')}.");
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException)
        {
            // The package's scanner trips over some texts that it should refuse itself.
            mistakes.Tell(At(yaml._scanner.CurrentPosition), "This is neither YAML nor JSON: something is not closed, or does not belong here.");
        }

        return null;
    }

    private Node Document()
    {
        Next<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
            throw new RefusedException(new Place(1, 1), "The file is empty; a rule set has at least name, version and title.");
        Next<DocumentStart>();
        var tree = One(depth: 1);
        Next<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
            throw new RefusedException(At(second.Start), "A second document starts here; a file holds one rule set.");
        Next<StreamEnd>();
        return tree;
    }

    private Node One(int depth)
    {
        var at = At(_parser.Current!.Start);
        if (_parser.Accept<AnchorAlias>(out _))
            throw new RefusedException(at, "Aliases (*name) are not read; write out what is meant.");
        if (_parser.Current is NodeEvent { Anchor.IsEmpty: false })
            throw new RefusedException(at, "Anchors (&name) are not read; write out what is meant.");
        if (_parser.Current is NodeEvent { Tag.IsEmpty: false })
            throw new RefusedException(at, "Tags (!name) are not read; what a value is, the language says.");
        if (depth > Deepest)
            throw new RefusedException(at, $"Here something stands more than {Deepest} deep in something else.");
        return _parser.Current switch
        {
            MappingStart => Mapping(at, depth),
            SequenceStart => Sequence(at, depth),
            _ => Value(),
        };
    }

    private Mapping Mapping(Place at, int depth)
    {
        Next<MappingStart>();
        var entries = ImmutableArray.CreateBuilder<Entry>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = One(depth + 1);
            entries.Add(new Entry(key as Scalar ?? throw new RefusedException(key.At, "A key is a word; here it is a list or a mapping."), One(depth + 1)));
        }

        return new Mapping(entries.ToImmutable(), at);
    }

    private Sequence Sequence(Place at, int depth)
    {
        Next<SequenceStart>();
        var items = ImmutableArray.CreateBuilder<Node>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            items.Add(One(depth + 1));
        return new Sequence(items.ToImmutable(), at);
    }

    private Scalar Value()
    {
        var scalar = Next<YamlDotNet.Core.Events.Scalar>();
        if (++_values > MostValues)
            throw new RefusedException(At(scalar.Start), $"A rule set has at most {MostValues} keys and values.");
        return new Scalar(scalar.Value, scalar.Style != ScalarStyle.Plain, At(scalar.Start));
    }

    private T Next<T>()
        where T : ParsingEvent =>
        _parser.Consume<T>();

    private static Place At(Mark mark) => new((int)mark.Line, (int)mark.Column);
}

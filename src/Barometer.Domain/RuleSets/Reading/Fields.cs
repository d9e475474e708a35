using System.Collections.Immutable;
using System.Globalization;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.RuleSets.Reading;

/// <summary>What stands under the keys of a mapping that was checked against the schema, so that each has its right form.</summary>
internal sealed class Fields(Node node)
{
    private readonly Mapping _mapping = (Mapping)node;

    public Place At => _mapping.At;

    public ImmutableArray<Entry> Entries => _mapping.Entries;

    /// <summary>The node under a key; null where there is none.</summary>
    public Node? this[string key] => Schema.Keys.Contains(key)
        ? _mapping.Find(key)
        : throw new InvalidOperationException($"'{key}' is read and is not in the schema.");

    public bool Has(string key) => this[key] is not null;

    public Fields? Inner(string key) => this[key] is { } inner ? new Fields(inner) : null;

    public IEnumerable<Node> List(string key) => this[key] is Sequence sequence ? sequence.Items : [];

    /// <summary>The text under a key that the schema requires.</summary>
    public string Text(string key) => TextOrNone(key)!;

    /// <summary>Prose, without the line end that a folded text of YAML has.</summary>
    public string Prose(string key) => TextOrNone(key)?.Trim() ?? "";

    public string? TextOrNone(string key) => this[key] is Scalar scalar ? scalar.Text : null;

    public FixedPoint Number(string key) => NumberOrNone(key)!.Value;

    public FixedPoint? NumberOrNone(string key) => this[key] is Scalar scalar ? NumberOf(scalar) : null;

    public int? Whole(string key) => NumberOrNone(key) is { } number ? (int)number.ToDecimal() : null;

    public DateOnly? Day(string key) => TextOrNone(key) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public bool Flag(string key) => TextOrNone(key) == "true";

    public T Word<T>(string key)
        where T : struct, Enum =>
        WordOrNone<T>(key)!.Value;

    public T? WordOrNone<T>(string key)
        where T : struct, Enum =>
        TextOrNone(key) is { } word ? Record.Word.Read<T>(word) : null;

    /// <summary>The words under a key: one, or a list of them.</summary>
    public ImmutableArray<string> Words(string key) => this[key] is { } words ? WordsOf(words) : [];

    public static ImmutableArray<string> WordsOf(Node node) =>
        node is Sequence sequence ? [.. sequence.Items.Select(i => ((Scalar)i).Text)] : [((Scalar)node).Text];

    public static FixedPoint NumberOf(Node node) => FixedPoint.Parse(((Scalar)node).Text, CultureInfo.InvariantCulture);

    /// <summary>A span of numbers; an empty one, where the first is above the last, is told.</summary>
    public Span Span(Mistakes mistakes)
    {
        var span = new Span(NumberOrNone("from"), NumberOrNone("to"));
        if (span.From > span.To)
            mistakes.Tell(At, $"from {span.From} to {span.To} holds nothing: 'from' is not above 'to'.");
        return span;
    }

    /// <summary>The name of a trait, or of what developments have in common, as its key is written: <c>sourceLevel</c>.</summary>
    public static T Named<T>(string name)
        where T : struct, Enum =>
        Enum.Parse<T>(name, ignoreCase: true);
}

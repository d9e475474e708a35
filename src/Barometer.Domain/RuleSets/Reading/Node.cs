using System.Collections.Immutable;

namespace Barometer.Domain.RuleSets.Reading;

/// <summary>Where something stands in a file.</summary>
/// <param name="Line">1 or more; 0 where there is no file.</param>
/// <param name="Column">1 or more; 0 where there is no file.</param>
public readonly record struct Place(int Line, int Column)
{
    /// <summary>For what was not read from a file.</summary>
    public static Place None { get; }
}

/// <summary>A part of a document as it was written, before anything is made of it: files and recorded documents are read by the same way.</summary>
/// <param name="At">Where it starts.</param>
public abstract record Node(Place At);

/// <summary>A text, a number, true or false: which of them it is, the language says, and not the way it looks.</summary>
/// <param name="Text">As written, without quotes.</param>
/// <param name="Quoted">True where it is written as a text.</param>
/// <param name="At">Where it starts.</param>
public sealed record Scalar(string Text, bool Quoted, Place At) : Node(At)
{
    /// <summary>True where nothing is written.</summary>
    public bool IsNothing => !Quoted && Text is "" or "~" or "null";
}

/// <summary>Several, one after the other.</summary>
/// <param name="Items">They.</param>
/// <param name="At">Where it starts.</param>
public sealed record Sequence(ImmutableArray<Node> Items, Place At) : Node(At);

/// <summary>Several, each under its key.</summary>
/// <param name="Entries">They, in the order in which they are written.</param>
/// <param name="At">Where it starts.</param>
public sealed record Mapping(ImmutableArray<Entry> Entries, Place At) : Node(At)
{
    /// <summary>What stands under a key; null where nothing does.</summary>
    public Node? Find(string key) => Entries.FirstOrDefault(e => e.Key.Text == key)?.Value;
}

/// <summary>A key and what stands under it.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">What stands there.</param>
public sealed record Entry(Scalar Key, Node Value);

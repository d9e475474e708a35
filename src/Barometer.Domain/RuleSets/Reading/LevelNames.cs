using System.Collections.Immutable;

namespace Barometer.Domain.RuleSets.Reading;

/// <summary>The levels that a rule set names; a rule that names another has mistyped it.</summary>
internal sealed class LevelNames(ImmutableArray<string> levels)
{
    public bool None => levels.IsEmpty;

    public void Check(Node words, Mistakes mistakes)
    {
        foreach (var word in words is Sequence sequence ? sequence.Items.OfType<Scalar>() : [(Scalar)words])
            Check(word, mistakes);
    }

    public void Check(Scalar word, Mistakes mistakes)
    {
        if (!levels.IsEmpty && !levels.Any(l => Spelling.AreSame(l, word.Text)))
            mistakes.Tell(word, $"'{ScalarChecking.Short(word.Text)}' is not among the levels of this rule set ({string.Join(", ", levels)}){Nearest.Asked(word.Text, levels)}");
    }
}

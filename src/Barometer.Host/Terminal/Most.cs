using System.Collections.Immutable;
using Spectre.Console;

namespace Barometer.Host.Terminal;

/// <summary>What a person is shown of a list that nobody reads whole: those that say most.</summary>
internal static class Most
{
    // What still fits on a screen or two, and what of more than that.
    private const int Whole = 50;
    private const int Many = 20;

    /// <summary>All, as they stand; of more than 50 the 20 that say most, most first.</summary>
    /// <param name="all">What there is.</param>
    /// <param name="says">How much one says.</param>
    public static ImmutableArray<T> Of<T, TSize>(IReadOnlyCollection<T> all, Func<T, TSize> says) =>
        all.Count <= Whole ? [.. all] : [.. all.OrderByDescending(says).Take(Many)];

    /// <summary>Where not all indices are shown: how many there are, which are shown, and how to see the others.</summary>
    /// <param name="door">Where.</param>
    /// <param name="all">How many there are.</param>
    /// <param name="which">What those shown are.</param>
    public static void Told(Door door, int all, string which)
    {
        if (all > Whole)
            door.Out.MarkupLineInterpolated($"[yellow]Of {all} indices these are the {Many} {which};[/] those of one relationship are told with -r, all with --json.");
    }
}

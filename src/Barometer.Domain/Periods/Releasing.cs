using Barometer.Domain.Movements;
using Barometer.Domain.Record;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Periods;

/// <summary>Releases the figures as they stand: a corrected issue goes out.</summary>
/// <param name="Name">What it is to be called by: lower-case letters, digits and hyphens, beginning with a letter, at most 63.</param>
/// <param name="Reason">Why.</param>
/// <param name="Actor">Who releases them.</param>
public sealed record ReleaseFigures(string Name, string? Reason, string Actor);

/// <summary>Figures were released beside a closing. They are the indices at these positions, for ever.</summary>
/// <param name="Name">What the release is called by.</param>
/// <param name="Positions">How far the record had come, relationship by relationship.</param>
/// <param name="RuleSet">Under which rules the figures are read.</param>
/// <param name="Actor">Who released them.</param>
/// <param name="Reason">Why.</param>
public sealed record FiguresReleased(string Name, Positions Positions, RuleSetPin RuleSet, string Actor, string Reason);

/// <summary>The decision to release.</summary>
public static class Releasing
{
    /// <summary>Releases, under a name of its own, figures of which some went out before. All relationship streams are locked while it is taken.</summary>
    /// <param name="command">What was asked.</param>
    /// <param name="before">Every release so far.</param>
    /// <param name="ruleSet">The rule set to pin.</param>
    /// <param name="positions">The last position of every relationship.</param>
    public static Decision<FiguresReleased> Decide(ReleaseFigures command, IReadOnlyCollection<Release> before, RuleSet ruleSet, Positions positions)
    {
        if (!Release.CanBeCalled(command.Name))
            return Refusal.Usage($"'{command.Name}' cannot be the name of a release: one has lower-case letters, digits and hyphens, begins with a letter and not with '{Release.Closing}', and is at most 63 long, as corrected-2020-03.").About("name");
        if (string.IsNullOrWhiteSpace(command.Reason))
            return Refusal.Rule("A release says why figures went out beside a closing.").Until(RemedyKind.GiveReason);
        if (before.FirstOrDefault(r => r.Name == command.Name) is { } taken)
            return Refusal.Rule($"There is a release '{taken.Name}' already, by {taken.MadeBy}, and it stands; give this one another name.");
        return before.Any(r => r.Closes is not null)
            ? new FiguresReleased(command.Name, positions, ruleSet.Pin, command.Actor, command.Reason)
            : Refusal.Rule("No period is closed yet, so no figure went out that a release could correct; the closing of a period is its first release.");
    }
}

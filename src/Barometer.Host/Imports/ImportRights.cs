using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.People;
using Barometer.Domain.Periods;

namespace Barometer.Host.Imports;

/// <summary>Who may do what an import does beside recording developments. Whoever imports without roles does it on the command line, and may.</summary>
internal static class ImportRights
{
    /// <summary>Why a period is not opened for it; null where it may be.</summary>
    public static Refusal? RefuseToOpen(PeriodId period, Settings settings, ImmutableArray<Role>? roles) => May(roles, Right.Close)
        ? null
        : Refusal.Rule($"{period} of {settings.Name} is not open, and opening it is not for an editor. Have it opened, and import again.").Until(RemedyKind.Open, period);

    /// <summary>Why relationships are not added for it; null where they may be.</summary>
    public static Refusal? RefuseToAdd(ImmutableArray<Relationship> added, Settings settings, ImmutableArray<Role>? roles) => May(roles, Right.Administer)
        ? null
        : Refusal.Rule($"{settings.Name} has not {(added.Length == 1 ? "the relationship" : $"{added.Length} relationships, as")} '{added[0].Key}', and adding one is for an administrator. Have it added, and import again; or say with a mapping to which relationships the rows belong.");

    private static bool May(ImmutableArray<Role>? roles, Right right) => roles is not { } those || those.Allow(right);
}

using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.People;
using Barometer.Domain.Periods;

namespace Barometer.Host.Imports;

/// <summary>What an import does beside recording developments, and refuses where it is not whoever imports who may do it.</summary>
internal static class Beyond
{
    /// <summary>Opening a period for it; null where that is allowed.</summary>
    public static Refusal? Open(this ImmutableArray<Role>? roles, PeriodId period, Settings settings) => roles.May(Right.Close)
        ? null
        : Refusal.Rule($"{period} of {settings.Name} is not open, and opening it is not for an editor. Have it opened, and import again.").Until(RemedyKind.Open, period);

    /// <summary>Adding relationships for it; null where that is allowed.</summary>
    public static Refusal? Add(this ImmutableArray<Role>? roles, ImmutableArray<Relationship> added, Settings settings) => roles.May(Right.Administer)
        ? null
        : Refusal.Rule($"{settings.Name} has not {(added.Length == 1 ? "the relationship" : $"{added.Length} relationships, as")} '{added[0].Key}', and adding one is for an administrator. Have it added, and import again; or say with a mapping to which relationships the rows belong.");

    private static bool May(this ImmutableArray<Role>? roles, Right right) => roles is not { } those || those.Allow(right);
}

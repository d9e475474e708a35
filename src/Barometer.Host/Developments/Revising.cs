using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;

namespace Barometer.Host.Developments;

/// <summary>What every command on recorded developments needs: their relationships locked, and the developments with their periods.</summary>
internal static class Revising
{
    /// <summary>A command that concerns one development.</summary>
    public static Intent Of<TEvent>(DevelopmentCommand command, Func<Scene, Decision<TEvent>> decide)
        where TEvent : DevelopmentEvent =>
        Of(command, [command.Reference], [], excerpt =>
            excerpt.Scene(command.Reference).Accepted(out var scene, out var refusal) && decide(scene).Accepted(out var e, out refusal)
                ? new Outcome([e])
                : refusal);

    /// <summary>A command that concerns several developments, or other periods than those that they are filed under.</summary>
    public static Intent Of(DevelopmentCommand command, ImmutableArray<Reference> references, ImmutableArray<PeriodId> periods, Func<Excerpt, Decision<Outcome>> decide) =>
        new(
            command,
            command.Actor,
            settings => Relationships(references, settings).Then(relationships => new Needs(relationships) { Developments = references, Periods = periods }),
            decide);

    private static Decision<ImmutableArray<string>> Relationships(ImmutableArray<Reference> references, Settings settings)
    {
        var relationships = ImmutableArray.CreateBuilder<string>();
        foreach (var reference in references)
        {
            if (!settings.Of(reference).Accepted(out var relationship, out var refusal))
                return refusal;
            relationships.Add(relationship.Key);
        }

        return relationships.ToImmutable();
    }
}

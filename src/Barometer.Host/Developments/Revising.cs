using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Host.Proposals;

namespace Barometer.Host.Developments;

/// <summary>What a decision on a development may look at, all of it read under the lock of the relationship's stream.</summary>
/// <param name="Development">The development.</param>
/// <param name="Settings">The barometer's settings.</param>
/// <param name="Period">The period that the development is filed under.</param>
internal sealed record Scene(Development Development, Settings Settings, Period Period);

/// <summary>The way that every command on a recorded development takes: lock, read, decide, record, answer.</summary>
internal static class Revising
{
    /// <summary>Takes a command that concerns one development.</summary>
    public static Task<Decision<Recorded>> Revise<TEvent>(
        DevelopmentCommand command, IDocumentSession session, Envelope envelope, Func<Scene, Decision<TEvent>> decide, CancellationToken cancellation)
        where TEvent : DevelopmentEvent =>
        Revise(
            command, session, envelope, [command.Reference],
            scenes => Task.FromResult(decide(scenes[0]).Then(e => (DevelopmentEvent[])[e])),
            cancellation);

    /// <summary>Takes a command that concerns several developments, or a decision that reads more.</summary>
    public static async Task<Decision<Recorded>> Revise(
        DevelopmentCommand command,
        IDocumentSession session,
        Envelope envelope,
        Reference[] references,
        Func<Scene[], Task<Decision<DevelopmentEvent[]>>> decide,
        CancellationToken cancellation)
    {
        var transaction = new RecordTransaction(session, envelope, command, command.Actor);
        if (!(await transaction.Settings(cancellation)).Accepted(out var settings, out var refusal)
            || !Relationships(references, settings).Accepted(out var relationships, out refusal))
            return refusal;
        await transaction.Lock(relationships, cancellation);
        if (await transaction.AnsweredBefore<Recorded>(cancellation) is { } answered)
            return answered;
        if (!(await Read(references, settings, session, cancellation)).Accepted(out var scenes, out refusal)
            || !(await decide(scenes)).Accepted(out var events, out refusal))
            return refusal;
        return await transaction.RecordOrPropose(command, settings, [.. scenes.Select(s => s.Period)], [.. events.Zip(scenes, (e, scene) => (scene.Development.Relationship, e))], cancellation);
    }

    private static Decision<string[]> Relationships(Reference[] references, Settings settings)
    {
        var relationships = new List<string>();
        foreach (var reference in references)
        {
            if (!settings.Of(reference).Accepted(out var relationship, out var refusal))
                return refusal;
            relationships.Add(relationship.Key);
        }

        return relationships.ToArray();
    }

    private static async Task<Decision<Scene[]>> Read(Reference[] references, Settings settings, IDocumentSession session, CancellationToken cancellation)
    {
        var scenes = new List<Scene>();
        foreach (var reference in references)
        {
            if (await session.LoadAsync<Development>(reference.ToString(), cancellation) is not { } development)
                return reference.Missing();
            var period = await session.LoadAsync<Period>(development.Filing.Period.Stream, cancellation);
            scenes.Add(new Scene(development, settings, period!));
        }

        return scenes.ToArray();
    }
}

using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Host.Proposals;

namespace Barometer.Host.Developments;

/// <summary>The doors of recording without points, and the way that every command takes which brings a new development.</summary>
[WolverineHandler]
public static class Recording
{
    /// <summary>Behind every door of recording without points.</summary>
    public static Task<Decision<Recorded>> Handle(RecordUnscored command, IDocumentSession session, Envelope envelope, CancellationToken cancellation) =>
        Record(command, session, envelope, (reference, settings, period) => Domain.Developments.Recording.Decide(command, reference, settings, period), cancellation);

    /// <summary>Behind every door of considering and not scoring.</summary>
    public static Task<Decision<Recorded>> Handle(ConsiderAndNotScore command, IDocumentSession session, Envelope envelope, CancellationToken cancellation) =>
        Record(command, session, envelope, (reference, settings, period) => Domain.Developments.Recording.Decide(command, reference, settings, period), cancellation);

    internal static Command RecordVerb() => NewDevelopmentVerb.Of(
        "record",
        "Record a development without points; score it later, or leave it to a rule set.",
        [],
        (_, said, _) => Task.FromResult<Decision<RecordUnscored>>(said.Sign(new RecordUnscored { Relationship = said.Relationship, Particulars = said.Particulars, Actor = said.Actor })));

    internal static Command ConsiderVerb() => NewDevelopmentVerb.Of(
        "consider",
        "Record that a development was considered and not scored, and why (--reason).",
        [],
        (_, said, _) => Task.FromResult<Decision<ConsiderAndNotScore>>(said.Sign(new ConsiderAndNotScore { Relationship = said.Relationship, Particulars = said.Particulars, Actor = said.Actor })));

    /// <summary>Locks the relationship's stream, gives the next reference, decides and records.</summary>
    internal static async Task<Decision<Recorded>> Record<TEvent>(
        RecordDevelopment command,
        IDocumentSession session,
        Envelope envelope,
        Func<Reference, Settings, Period, Decision<TEvent>> decide,
        CancellationToken cancellation)
        where TEvent : DevelopmentRecorded
    {
        var transaction = new RecordTransaction(session, envelope, command, command.Actor);
        if (!(await transaction.Settings(cancellation)).Accepted(out var settings, out var refusal)
            || !settings.Find(command.Relationship).Accepted(out var relationship, out refusal)
            || !command.FiledUnder(settings).Accepted(out var filed, out refusal))
            return refusal;
        var numbering = await transaction.LockForNumbering(relationship.Key, cancellation);
        var reading = session.CreateBatchQuery();
        var filedUnder = reading.Load<Period>(filed.Stream);
        if (await transaction.AnsweredBefore<Recorded>(reading, cancellation) is { } answered)
            return answered;
        if (await filedUnder is not { } period)
            return Opening.NotOpened(filed, settings);
        return decide(numbering.Next(relationship.Prefix, period.Issue), settings, period).Accepted(out var e, out refusal)
            ? await transaction.RecordOrPropose(command, settings, [period], [(relationship.Key, e)], cancellation)
            : refusal;
    }
}

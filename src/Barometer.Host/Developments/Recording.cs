using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.People;
using Barometer.Domain.Periods;
using Barometer.Host.Proposals;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Wolverine.Http;

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

    /// <summary>Records a development without points; it counts nowhere until it is scored, or only under a rule set.</summary>
    [WolverinePost("/v1/barometers/{barometer}/developments/unscored", OperationId = "recordDevelopment"), Needs(Right.Edit)]
    public static Task<Answer<Recorded>> PostUnscored(Happening said, HttpDoor door) => NewDevelopmentEndpoint.Send(door, said, told => told.Unscored());

    /// <summary>Records that a development was considered and not scored, and why.</summary>
    [WolverinePost("/v1/barometers/{barometer}/developments/considered", OperationId = "considerDevelopment"), Needs(Right.Edit)]
    public static Task<Answer<Recorded>> PostConsidered(Happening said, HttpDoor door) => NewDevelopmentEndpoint.Send(door, said, told => told.NotScored());

    internal static Command RecordVerb() => NewDevelopmentVerb.Of<RecordUnscored>(
        "record",
        "Record a development without points; score it later, or leave it to a rule set.",
        [],
        (_, told) => told.Unscored());

    internal static Command ConsiderVerb() => NewDevelopmentVerb.Of<ConsiderAndNotScore>(
        "consider",
        "Record that a development was considered and not scored, and why (--reason).",
        [],
        (_, told) => told.NotScored());

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

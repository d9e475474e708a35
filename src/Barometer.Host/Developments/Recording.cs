using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.People;
using Barometer.Domain.Periods;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Wolverine.Http;

namespace Barometer.Host.Developments;

/// <summary>The doors of recording without points, and the way that every command takes which brings a new development.</summary>
[WolverineHandler]
public static class Recording
{
    /// <summary>Behind every door of recording without points.</summary>
    public static Task<Decision<Recorded>> Handle(RecordUnscored command, Gathering gathering, Envelope envelope, CancellationToken cancellation) =>
        gathering.Take(Of(command, (reference, settings, period) => Domain.Developments.Recording.Decide(command, reference, settings, period)), envelope, cancellation);

    /// <summary>Behind every door of considering and not scoring.</summary>
    public static Task<Decision<Recorded>> Handle(ConsiderAndNotScore command, Gathering gathering, Envelope envelope, CancellationToken cancellation) =>
        gathering.Take(Of(command, (reference, settings, period) => Domain.Developments.Recording.Decide(command, reference, settings, period)), envelope, cancellation);

    /// <summary>Records a development without points; it counts nowhere until it is scored, or only under a rule set.</summary>
    [WolverinePost("/v1/barometers/{barometer}/developments/unscored", OperationId = "recordDevelopment"), Needs(Right.Edit), Creates]
    public static Task<Answer<Recorded>> PostUnscored(Happening said, HttpDoor door) => NewDevelopmentEndpoint.Send(door, said, told => told.Unscored());

    /// <summary>Records that a development was considered and not scored, and why.</summary>
    [WolverinePost("/v1/barometers/{barometer}/developments/considered", OperationId = "considerDevelopment"), Needs(Right.Edit), Creates]
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

    /// <summary>A command that brings a new development: it needs the relationship locked, the next reference, and the period that it is filed under.</summary>
    internal static Intent Of<TEvent>(RecordDevelopment command, Func<Reference, Settings, Period, Decision<TEvent>> decide)
        where TEvent : DevelopmentRecorded =>
        new(
            command,
            command.Actor,
            settings => settings.Find(command.Relationship).Accepted(out var relationship, out var refusal) && command.FiledUnder(settings).Accepted(out var filed, out refusal)
                ? new Needs([relationship.Key]) { Periods = [filed] }
                : refusal,
            excerpt => Decide(command, excerpt, decide));

    private static Decision<Outcome> Decide<TEvent>(RecordDevelopment command, Excerpt excerpt, Func<Reference, Settings, Period, Decision<TEvent>> decide)
        where TEvent : DevelopmentRecorded
    {
        var settings = excerpt.Settings;
        return settings.Find(command.Relationship).Accepted(out var relationship, out var refusal)
            && command.FiledUnder(settings).Accepted(out var filed, out refusal)
            && excerpt.Period(filed).Accepted(out var period, out refusal)
            && decide(excerpt.Numbering(relationship.Key).Next(relationship.Prefix, period.Issue), settings, period).Accepted(out var e, out refusal)
            ? new Outcome([e])
            : refusal;
    }
}

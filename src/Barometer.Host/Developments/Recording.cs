using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;

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

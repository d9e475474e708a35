using Barometer.Domain.People;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Spectre.Console;
using Wolverine.Http;

namespace Barometer.Host.Periods;

/// <summary>A release of a corrected issue.</summary>
/// <param name="Name">What it is called by from now on: corrected-2020-03.</param>
/// <param name="Reason">Why the figures go out again.</param>
public sealed record CorrectedIssue(string Name, string Reason);

/// <summary>The doors of a release beside closings: a corrected issue.</summary>
[WolverineHandler]
public static class Releasing
{
    private static readonly Argument<string> Named = new("name") { Description = "What it is called by from now on, e.g. corrected-2020-03." };

    /// <summary>Behind every door. Every relationship is locked, and none can be added, so what is being scored meanwhile is in the release or comes after it.</summary>
    public static async Task<Decision<FiguresReleased>> Handle(ReleaseFigures command, IDocumentSession session, Envelope envelope, CancellationToken cancellation)
    {
        var transaction = new RecordTransaction(session, envelope, command, command.Actor);
        if (!(await transaction.LockSettings(cancellation)).Accepted(out var settings, out var refusal))
            return refusal;
        await transaction.Lock(settings.Relationships.Select(r => r.Key), cancellation);
        if (await transaction.AnsweredBefore<FiguresReleased>(cancellation) is { } answered)
            return answered;
        if (!(await ReleaseReading.All(session, cancellation)).Accepted(out var before, out refusal))
            return refusal;
        var positions = transaction.Positions(settings);
        if (!Domain.Periods.Releasing.Decide(command, before, RuleSet.AsPublished, positions).Accepted(out var released, out refusal))
            return refusal;
        if (before.Any(r => r.Closes is null))
            session.Events.Append(Release.Stream, released);
        else
            session.Events.StartStream<Release>(Release.Stream, released);
        return await transaction.Commit(released, cancellation);
    }

    /// <summary>Releases the figures as they stand, beside a closing: a corrected issue goes out under a name.</summary>
    [WolverinePost("/v1/barometers/{barometer}/releases", OperationId = "releaseFigures"), Needs(Right.Close), Creates]
    public static async Task<Answer<FiguresReleased>> Post(CorrectedIssue said, HttpDoor door) =>
        (await door.Send<FiguresReleased>(new ReleaseFigures(said.Name, said.Reason, door.Actor)))
        .With(released => ("indices", door.Link($"indices?asOf={released.Positions}")), _ => ("vintages", door.Link("vintages")), _ => ("releases", door.Link("releases")))
        .LocatedAt(_ => door.Link("releases"));

    internal static Command Verb() => Terminal.Verb.Of<FiguresReleased>(
        "release",
        "Release the figures as they stand, beside a closing: a corrected issue goes out under a name.",
        [Named, SharedOptions.Reason],
        (door, cancellation) => door.Send<FiguresReleased>(new ReleaseFigures(door.Get(Named)!, door.Get(SharedOptions.Reason), door.Actor), cancellation),
        (door, released) => door.Out.MarkupLineInterpolated($"[bold]{released.Name}[/] is released: {released.Reason} [dim]{released.RuleSet}, {Shown.AsOf(released.Positions)}[/]"));
}

using Barometer.Domain.People;
using Barometer.Domain.Periods;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Spectre.Console;
using Wolverine.Http;

namespace Barometer.Host.Periods;

/// <summary>A period to be opened.</summary>
/// <param name="Period">Which, e.g. 2019-11/2019-12.</param>
public sealed record Opened(string Period);

/// <summary>The doors of opening a period.</summary>
[WolverineHandler]
public static class Opening
{
    private static readonly Argument<string> Named = new("period") { Description = "Which, e.g. 2019-11/2019-12." };

    /// <summary>Behind every door.</summary>
    public static async Task<Decision<PeriodOpened>> Handle(OpenPeriod command, IDocumentSession session, Envelope envelope, CancellationToken cancellation)
    {
        var transaction = new RecordTransaction(session, envelope, command, command.Actor);
        if (!(await transaction.Settings(cancellation)).Accepted(out var settings, out var refusal))
            return refusal;
        // Read before the receipt: what is opened by then has its receipt, too.
        var period = await session.LoadAsync<Period>(command.Period.Stream, cancellation);
        if (await transaction.AnsweredBefore<PeriodOpened>(cancellation) is { } answered)
            return answered;
        if (!Domain.Periods.Opening.Decide(command, settings, period).Accepted(out var opened, out refusal))
            return refusal;
        session.Events.StartStream<Period>(command.Period.Stream, opened);
        return await transaction.Commit(opened, cancellation);
    }

    /// <summary>Opens a period for scoring.</summary>
    [WolverinePost("/v1/barometers/{barometer}/periods", OperationId = "openPeriod"), Needs(Right.Close), Creates]
    public static async Task<Answer<PeriodOpened>> Post(Opened said, HttpDoor door) =>
        PeriodId.Read(said.Period).Accepted(out var period, out var refusal)
            ? (await door.Send<PeriodOpened>(new OpenPeriod(period, door.Actor))).With(opened => ("period", PeriodPath.Link(door, opened.Period))).LocatedAt(opened => PeriodPath.Link(door, opened.Period))
            : new Answer<PeriodOpened>(refusal);

    internal static Command Verb() => Terminal.Verb.Of<PeriodOpened>(
        "open",
        "Open a period for scoring.",
        [Named],
        async (door, cancellation) => PeriodId.Read(door.Get(Named)!).Accepted(out var period, out var refusal)
            ? await door.Send<PeriodOpened>(new OpenPeriod(period, door.Actor), cancellation)
            : refusal,
        (door, opened) => door.Out.MarkupLineInterpolated($"{opened.Period} is open: issue {opened.Issue}."));
}

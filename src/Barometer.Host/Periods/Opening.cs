using Barometer.Domain.Periods;
using Spectre.Console;

namespace Barometer.Host.Periods;

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

    internal static Command Verb() => Terminal.Verb.Of<PeriodOpened>(
        "open",
        "Open a period for scoring.",
        [Named],
        async (door, cancellation) => PeriodId.Read(door.Get(Named)!).Accepted(out var period, out var refusal)
            ? await door.Send<PeriodOpened>(new OpenPeriod(period, door.Actor), cancellation)
            : refusal,
        (door, opened) => door.Out.MarkupLineInterpolated($"{opened.Period} is open: issue {opened.Issue}."));
}

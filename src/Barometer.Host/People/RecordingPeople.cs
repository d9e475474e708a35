using Barometer.Domain.Barometers;
using Barometer.Domain.People;
using Barometer.Host.Barometers;

namespace Barometer.Host.People;

/// <summary>The way that every command on who may do what takes: lock, read, decide, record.</summary>
internal static class RecordingPeople
{
    /// <summary>Takes a command, and records its event in the stream of people, which the first one starts.</summary>
    /// <param name="transaction">The command's.</param>
    /// <param name="decide">Decides by who there is.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<Decision<TEvent>> RecordPeople<TEvent>(this RecordTransaction transaction, Func<Appointments, Decision<TEvent>> decide, CancellationToken cancellation)
        where TEvent : class
    {
        var session = transaction.Session;
        if (session.TenantId != Appointments.Everywhere && !(await SettingsReading.Of(session, cancellation)).Accepted(out _, out var notDeclared))
            return notDeclared;
        var known = await session.LoadAsync<Appointments>(Appointments.Stream, cancellation);
        // There is no stream of people to lock before the first: whoever would start it at the same moment waits for the settings. Everywhere has
        // none; the one that comes second is told so there.
        if (known is null && session.TenantId != Appointments.Everywhere)
            known = await LockAndRead(transaction, Settings.Stream, cancellation);
        if (known is not null)
            known = await LockAndRead(transaction, Appointments.Stream, cancellation);

        if (await transaction.AnsweredBefore<TEvent>(cancellation) is { } answered)
            return answered;
        if (!decide(known ?? Appointments.None).Accepted(out var e, out var refusal))
            return refusal;
        if (known is null)
            session.Events.StartStream<Appointments>(Appointments.Stream, e);
        else
            session.Events.Append(Appointments.Stream, e);
        return await transaction.Commit(e, cancellation);
    }

    private static async Task<Appointments?> LockAndRead(RecordTransaction transaction, string stream, CancellationToken cancellation)
    {
        await transaction.LockStream(stream, cancellation);
        return await transaction.Session.LoadAsync<Appointments>(Appointments.Stream, cancellation);
    }
}

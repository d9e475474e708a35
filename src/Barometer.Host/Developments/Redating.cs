using Barometer.Domain.Developments;
using Barometer.Domain.People;
using Barometer.Host.Barometers;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Wolverine.Http;

namespace Barometer.Host.Developments;

/// <summary>Another date for a development.</summary>
public sealed record Redated : Why
{
    /// <summary>When it happened, as printed ("4-5 November", "-") or as 2019-12-05.</summary>
    public required string Date { get; init; }
}

/// <summary>The doors of redating.</summary>
[WolverineHandler]
public static class Redating
{
    private static readonly Option<string> Date = new("--date") { Description = "When it happened, as printed or as 2019-12-05.", Required = true };

    /// <summary>Behind every door.</summary>
    public static Task<Decision<Recorded>> Handle(RedateDevelopment command, Gathering gathering, Envelope envelope, CancellationToken cancellation) =>
        gathering.Take(Revising.Of(command, s => Domain.Developments.Redating.Decide(command, s.Development, s.Period)), envelope, cancellation);

    /// <summary>Gives a development another date; it stays filed under its period.</summary>
    [WolverinePost("/v1/barometers/{barometer}/developments/{reference}/redatings", OperationId = "redateDevelopment"), Needs(Right.Edit), Revises, MayWait]
    public static async Task<Answer<Recorded>> Post(Redated said, string reference, HttpDoor door)
    {
        var command = Saying.Reference(reference).Accepted(out var known, out var refusal)
            ? await door.Ask(session => Read(session, known, said.Date, door.Cancellation))
            : refusal;
        return await DevelopmentEndpoint.Send(door, reference, command, said);
    }

    internal static Command Verb() => DevelopmentVerb.Of(
        "redate",
        "Give a development another date; it stays filed under its period.",
        [Date],
        Command);

    private static Task<Decision<RedateDevelopment>> Command(Door door, Reference reference, CancellationToken cancellation) =>
        door.Read(session => Read(session, reference, door.Get(Date)!, cancellation), cancellation);

    // The words are read in the light of the period that the development is filed under.
    private static async Task<Decision<RedateDevelopment>> Read(IQuerySession session, Reference reference, string words, CancellationToken cancellation)
    {
        if (!(await SettingsReading.Of(session, cancellation)).Accepted(out var settings, out var refusal))
            return refusal;
        return await session.LoadAsync<Development>(reference.ToString(), cancellation) is { } development
            ? PrintedDateReading.Read(words, development.Filing.Period, settings.Calendar).Then(date => new RedateDevelopment { Date = date })
            : reference.Missing();
    }
}

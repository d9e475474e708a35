using Barometer.Domain.Developments;

namespace Barometer.Host.Developments;

/// <summary>The doors of redating.</summary>
[WolverineHandler]
public static class Redating
{
    private static readonly Option<string> Date = new("--date") { Description = "When it happened, as printed or as 2019-12-05.", Required = true };

    /// <summary>Behind every door.</summary>
    public static Task<Decision<Recorded>> Handle(RedateDevelopment command, Gathering gathering, Envelope envelope, CancellationToken cancellation) =>
        gathering.Take(Revising.Of(command, s => Domain.Developments.Redating.Decide(command, s.Development, s.Period)), envelope, cancellation);

    internal static Command Verb() => DevelopmentVerb.Of(
        "redate",
        "Give a development another date; it stays filed under its period.",
        [Date],
        Command);

    // The words are read in the light of the period that the development is filed under.
    private static async Task<Decision<RedateDevelopment>> Command(Door door, Reference reference, CancellationToken cancellation)
    {
        if (!(await door.Settings(cancellation)).Accepted(out var settings, out var refusal))
            return refusal;
        return await door.Read(s => s.LoadAsync<Development>(reference.ToString(), cancellation), cancellation) is { } development
            ? PrintedDateReading.Read(door.Get(Date)!, development.Filing.Period, settings.Calendar).Then(date => new RedateDevelopment { Date = date })
            : reference.Missing();
    }
}

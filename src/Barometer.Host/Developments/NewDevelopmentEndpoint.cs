using Barometer.Domain.Developments;
using Barometer.Host.Barometers;
using Barometer.Host.Serving;

namespace Barometer.Host.Developments;

/// <summary>An endpoint that brings a new development into the record.</summary>
internal static class NewDevelopmentEndpoint
{
    /// <summary>Reads what was said in the light of the barometer's settings, and sends the command that it becomes.</summary>
    public static async Task<Answer<Recorded>> Send(HttpDoor door, Happening said, Func<NewDevelopment, RecordDevelopment> command) =>
        (await Read(door, said)).Accepted(out var told, out var refusal)
            ? DevelopmentEndpoint.Linked(await door.Send<Recorded>(command(told)), door)
            : new Answer<Recorded>(refusal);

    // The settings of a moment ago do, nearly always. What they do not know, those of now may.
    private static async Task<Decision<NewDevelopment>> Read(HttpDoor door, Happening said)
    {
        if (await door.Service<LatelyRead>().Settings(door.Barometer, door.Cancellation) is { } lately && said.Read(lately, door.Actor) is { Refusal: null } told)
            return told;
        return (await door.Ask(session => SettingsReading.Of(session, door.Cancellation))).Accepted(out var now, out var refusal) ? said.Read(now, door.Actor) : refusal;
    }
}

using Barometer.Domain.People;

namespace Barometer.Host.People;

/// <summary>What can be done about who may do what.</summary>
internal static class PeopleVerb
{
    public static Argument<string> Subject { get; } = new("subject") { Description = "Who it is to the identity provider: the sub of a token." };

    public static Option<bool> Everywhere { get; } = new("--everywhere") { Description = "At every barometer, and at those not declared yet." };

    public static Command Verb() => new("people", "Who may do what over HTTP.") { Listing.Verb(), Appointing.Verb(), Dismissing.Verb() };

    public static Command KeysVerb() => new("keys", "Keys with which programs act over HTTP.") { IssuingKeys.Verb(), RevokingKeys.Verb() };

    /// <summary>Sends a command about people of the barometer, or of all.</summary>
    public static Task<Decision<TAnswer>> Send<TAnswer>(Door door, object command, CancellationToken cancellation) =>
        door.Send<TAnswer>(command, door.Get(Everywhere) ? Appointments.Everywhere : door.Barometer, cancellation);
}

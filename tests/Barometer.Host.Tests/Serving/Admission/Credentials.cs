using System.Net;
using Barometer.Domain.People;
using Barometer.Domain.Record;

namespace Barometer.Host.Tests.Serving.Admission;

/// <summary>A way to come to a service, and what it is worth.</summary>
/// <param name="Who">What to call it.</param>
/// <param name="Client">Sends it.</param>
/// <param name="Role">What whoever has it is; none where it is not valid.</param>
/// <param name="Barometer">Where that is.</param>
internal sealed record Credential(string Who, HttpClient Client, Role? Role = null, string Barometer = "minsk")
{
    /// <summary>What is answered at a barometer to what these roles may; null where it is let in.</summary>
    public HttpStatusCode? Refused(string barometer, Role[] roles) => Role switch
    {
        null => HttpStatusCode.Unauthorized,
        _ when barometer != Barometer => HttpStatusCode.NotFound,
        { } role => roles.Contains(role) ? null : HttpStatusCode.Forbidden,
    };
}

/// <summary>Every kind of credential: a token and a key of each role, of others, and those that are of no use any more.</summary>
internal sealed class Credentials(ServedRecord served) : IDisposable
{
    private readonly List<Credential> _all = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>All of them, for the barometers minsk and vilnius.</summary>
    public async Task<IReadOnlyList<Credential>> All()
    {
        foreach (var role in Enum.GetValues<Role>())
            _all.Add(new Credential(Word.Of(role), await served.Person(Word.Of(role), role), role));
        _all.Add(new Credential("administrator of vilnius", await served.Person("stranger", Role.Administrator, "vilnius"), Role.Administrator, "vilnius"));
        foreach (var role in Decided.OfKeys)
            _all.Add(new Credential($"key of {Word.Of(role)}", served.WithKey(await Issued($"a-{Word.Of(role)}", role, "minsk")), role));
        // Of the name that a key of minsk has.
        _all.Add(new Credential("key of vilnius", served.WithKey(await Issued("a-editor", Role.Editor, "vilnius")), Role.Editor, "vilnius"));
        _all.Add(new Credential("nobody", served.Nobody()));
        _all.Add(new Credential("revoked key", served.WithKey(await Revoked())));
        _all.Add(new Credential("expired key", served.WithKey(await Expired())));
        _all.Add(new Credential("key with another's secret", served.WithKey((await Issued("another", Role.Auditor, "minsk")).Replace(".another.", ".a-editor.", StringComparison.Ordinal))));
        return _all;
    }

    public void Dispose()
    {
        foreach (var credential in _all)
            credential.Client.Dispose();
    }

    private async Task<string> Issued(string name, Role role, string barometer)
    {
        var administrator = _all.Single(c => c.Role == Role.Administrator && c.Barometer == barometer).Client;
        return (await administrator.Command("keys", new { name, role = Word.Of(role), expires = DateTimeOffset.UtcNow.AddDays(30) }, barometer: barometer)).Expected().Data.GetProperty("key").GetString()!;
    }

    private async Task<string> Revoked()
    {
        var key = await Issued("lost", Role.Editor, "minsk");
        (await _all.Single(c => c.Who == "administrator").Client.Command("keys/lost/revocation", new { reason = "lost" })).Expected();
        return key;
    }

    // None is issued that has expired, and waiting for it would take its time: the record is told that it was issued long ago.
    private async Task<string> Expired()
    {
        var (secret, hash) = Barometer.Host.Serving.Admission.ApiKeys.NewSecret();
        await using var session = served.Record.Store.LightweightSession("minsk");
        session.Events.Append(Appointments.Stream, new KeyIssued("of-last-year", Role.Editor, DateTimeOffset.UtcNow.AddMinutes(-1), hash, "test"));
        await session.SaveChangesAsync(Cancel);
        return Barometer.Host.Serving.Admission.ApiKeys.Written("minsk", "of-last-year", secret);
    }
}

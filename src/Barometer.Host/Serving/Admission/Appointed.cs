using System.Collections.Immutable;
using System.Security.Claims;
using Barometer.Domain.People;
using Barometer.Host.Store;

namespace Barometer.Host.Serving.Admission;

/// <summary>
/// Who may do what, as a request needs it, and as it was a second ago or later: whoever is dismissed, and
/// a key that is revoked, is let in nowhere after that.
/// </summary>
internal sealed class Appointed(IDocumentStore store, LatelyRead lately)
{
    /// <summary>Who sent a credential, at a barometer.</summary>
    public async Task<Caller> Caller(ClaimsPrincipal user, string barometer, CancellationToken cancellation)
    {
        if (user.Anybody() is { } anybody)
            return anybody;
        if (user.Key() is { } key)
            return new Caller(key.Name, key.Barometer == barometer && (await lately.Appointments(barometer, cancellation)).FindKey(key.Name) is { Revoked: false } found && found.Expires > DateTimeOffset.UtcNow ? [found.Role] : []);
        return user.Subject() is { } subject ? await Person(subject, barometer, cancellation) : new Caller("", []);
    }

    /// <summary>Every name under which somebody acts at a barometer; none that is known of for a key.</summary>
    public async Task<ImmutableArray<string>> Names(ClaimsPrincipal user, string barometer, CancellationToken cancellation) => user.Subject() is { } subject
        ? (await lately.Appointments(barometer, cancellation)).NamesOf(subject, await lately.Appointments(Appointments.Everywhere, cancellation))
        : [];

    /// <summary>The barometers at which somebody is something.</summary>
    public async Task<ImmutableArray<string>> Barometers(ClaimsPrincipal user, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        var concerned = ImmutableArray.CreateBuilder<string>();
        foreach (var barometer in await session.AdvancedSql.QueryAsync<string>($"select tenant_id from {RecordStore.Schema}.mt_doc_settings order by tenant_id", cancellation))
        {
            if ((await Caller(user, barometer, cancellation)).Roles.Length > 0)
                concerned.Add(barometer);
        }

        return concerned.ToImmutable();
    }

    private async Task<Caller> Person(string subject, string barometer, CancellationToken cancellation)
    {
        var everywhere = (await lately.Appointments(Appointments.Everywhere, cancellation)).Find(subject);
        var here = barometer == Appointments.Everywhere ? null : (await lately.Appointments(barometer, cancellation)).Find(subject);
        // The same name may stand for two people, one of this barometer and one of all.
        return here is not null
            ? new Caller(here.Name, [.. here.Roles, .. everywhere?.Roles ?? []])
            : new Caller($"{Appointments.Everywhere}{everywhere?.Name}", everywhere?.Roles ?? []);
    }
}

using System.Collections.Immutable;
using Barometer.Domain.People;
using Barometer.Host.Replays;
using Barometer.Host.Serving.Admission;
using Barometer.Host.Store;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Barometer.Host.Serving;

/// <summary>HTTP's way in: who asks, of which barometer, and how. It turns what was sent into commands and questions, and decides nothing.</summary>
public sealed class HttpDoor
{
    private readonly HttpContext _context;

    private HttpDoor(HttpContext context) => _context = context;

    /// <summary>The barometer named in the path.</summary>
    public string Barometer => (string)_context.Request.RouteValues["barometer"]!;

    /// <summary>Who acts, by the credential and nothing else.</summary>
    public string Actor => Caller.Of(_context).Name;

    /// <summary>True where only what would happen is asked.</summary>
    public bool DryRun { get; private set; }

    /// <summary>Ends with the request.</summary>
    public CancellationToken Cancellation => _context.RequestAborted;

    /// <summary>What whoever asks is to the barometer.</summary>
    internal ImmutableArray<Role> Roles => Caller.Of(_context).Roles;

    /// <summary>What the request is known by everywhere.</summary>
    internal string Correlation => Running.Correlation.Of(_context);

    /// <summary>What was asked, where it is no JSON.</summary>
    internal HttpRequest Request => _context.Request;

    /// <summary>What the service is made of.</summary>
    internal IServiceProvider Services => _context.RequestServices;

    /// <summary>The door of a request.</summary>
    public static HttpDoor Of(HttpContext context) => new(context)
    {
        DryRun = context.Request.Query[SaidQuery.DryRun] is ["true"],
    };

    /// <summary>One thing that the service is made of.</summary>
    internal T Service<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Every name under which whoever acts has acted at the barometer.</summary>
    public Task<ImmutableArray<string>> Names() => Service<Appointed>().Names(_context.User, Barometer, Cancellation);

    /// <summary>The barometers that concern whoever asks.</summary>
    public Task<ImmutableArray<string>> Barometers() => Service<Appointed>().Barometers(_context.User, Cancellation);

    /// <summary>True while whoever asked may still be told: a stream outlives the decision that let its reader in.</summary>
    internal async Task<bool> MayStill(CancellationToken cancellation)
    {
        var needs = _context.GetEndpoint()!.Metadata.GetRequiredMetadata<NeedsAttribute>();
        var expires = _context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.ExpiresUtc;
        return !(expires <= DateTimeOffset.UtcNow) && (await Service<Appointed>().Caller(_context.User, Barometer, cancellation)).Roles.Allow(needs.Right);
    }

    /// <summary>Sends a command to its handler, in the name of the barometer.</summary>
    public async Task<Answer<TAnswer>> Send<TAnswer>(object command)
        where TAnswer : notnull => new(await Ask<TAnswer>(command));

    /// <summary>The same, of a command whose answer is not told as it comes.</summary>
    public async Task<Decision<TAnswer>> Ask<TAnswer>(object command)
        where TAnswer : notnull
    {
        if (!this.Key().Accepted(out var key, out var refusal))
            return refusal;
        var bus = Service<IMessageContext>();
        bus.CorrelationId = Correlation;
        return await bus.InvokeAsync<Decision<TAnswer>>(command, Signing.Delivery(Barometer, key.Length > 0 ? key : null, DryRun), Cancellation);
    }

    /// <summary>The same, of a command that settles who may do what, or how the barometer is: it is read anew for the next request.</summary>
    public async Task<Decision<TAnswer>> AskToSettle<TAnswer>(object command)
        where TAnswer : notnull
    {
        var decision = await Ask<TAnswer>(command);
        Service<LatelyRead>().Forget(Barometer);
        return decision;
    }

    /// <summary>Reads one consistent state of the record.</summary>
    public async Task<Answer<TAnswer>> Read<TAnswer>(Func<IQuerySession, Task<Decision<TAnswer>>> read)
        where TAnswer : notnull => new(await Ask(read));

    /// <summary>The same, of what is needed on the way.</summary>
    public Task<T> Ask<T>(Func<IQuerySession, Task<T>> read) => ConsistentReading.Read(Service<IDocumentStore>(), Barometer, read, Cancellation);

    /// <summary>Keeps a replay, which is no part of the record, where it is not kept already.</summary>
    public async Task<Decision<SavedReplay>> Keep(SavedReplay replay)
    {
        await using var session = Service<IDocumentStore>().LightweightSession(Barometer);
        return await replay.Keep(session, Cancellation);
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Barometer.Domain.Movements;
using Barometer.Domain.People;
using Barometer.Host.Serving.Admission;
using Barometer.Host.Serving.Running;
using Barometer.Host.Store;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Barometer.Host.Serving;

/// <summary>HTTP's way in: who asks, of which barometer, and how. It turns what was sent into commands and questions, and decides nothing.</summary>
public sealed class HttpDoor
{
    /// <summary>The header that carries the idempotency key.</summary>
    public const string KeyHeader = "Idempotency-Key";

    private const int LongestKey = 200;

    private readonly HttpContext _context;

    private HttpDoor(HttpContext context) => _context = context;

    /// <summary>The barometer named in the path.</summary>
    public string Barometer => Named("barometer");

    /// <summary>Who acts, by the credential and nothing else.</summary>
    public string Actor => Caller.Of(_context).Name;

    /// <summary>Every name under which whoever acts has acted at the barometer.</summary>
    public Task<ImmutableArray<string>> Names() => Service<Appointed>().Names(_context.User, Barometer, Cancellation);

    /// <summary>The barometers that concern whoever asks.</summary>
    public Task<ImmutableArray<string>> Barometers() => _context.RequestServices.GetRequiredService<Appointed>().Barometers(_context.User, Cancellation);

    /// <summary>True where only what would happen is asked.</summary>
    public bool DryRun { get; private set; }

    /// <summary>What whoever asks is to the barometer.</summary>
    internal ImmutableArray<Role> Roles => Caller.Of(_context).Roles;

    /// <summary>Ends with the request.</summary>
    public CancellationToken Cancellation => _context.RequestAborted;

    /// <summary>What was asked, where it is no JSON.</summary>
    internal HttpRequest Request => _context.Request;

    /// <summary>What the service is made of.</summary>
    internal IServiceProvider Services => _context.RequestServices;

    /// <summary>One thing that the service is made of.</summary>
    internal T Service<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Has a header go with the answer.</summary>
    internal void Answers(string header, string value) => _context.Response.Headers[header] = value;

    /// <summary>True while whoever asked may still be told: a stream outlives the decision that let its reader in.</summary>
    internal async Task<bool> MayStill(CancellationToken cancellation)
    {
        var needs = _context.GetEndpoint()!.Metadata.GetRequiredMetadata<NeedsAttribute>();
        var expires = _context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.ExpiresUtc;
        return !(expires <= DateTimeOffset.UtcNow) && (await Service<Appointed>().Caller(_context.User, Barometer, cancellation)).Roles.Allow(needs.Right);
    }

    /// <summary>The last event that a stream's reader saw, as it says when it comes again; null where it comes for the first time.</summary>
    internal Decision<SeenEvent> LastEventId()
    {
        var said = _context.Request.Headers["Last-Event-ID"].ToString();
        if (said.Length == 0)
            return new SeenEvent(Value: null);
        return long.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new SeenEvent(id) : Refusal.Usage($"Last-Event-ID is the id of an event of this stream; not {said}.").About("Last-Event-ID");
    }

    /// <summary>The address of something of this barometer.</summary>
    /// <param name="path">What follows the barometer, as <c>developments/RU-12-016</c>.</param>
    public string Link(string path) => $"{Root}/barometers/{Barometer}/{path}";

    /// <summary>The address of this request asked again as of positions, for ever with the same answer.</summary>
    public string Again(Positions positions) => Again(("asOf", positions.ToString()));

    /// <summary>The address of this request with some values of its query said outright.</summary>
    public string Again(params (string Name, string Value)[] said)
    {
        var query = QueryHelpers.ParseQuery(_context.Request.QueryString.Value);
        foreach (var (name, value) in said)
            query[name] = value;
        return QueryHelpers.AddQueryString(_context.Request.Path, query);
    }

    /// <summary>What every address of the interface starts with.</summary>
    public const string Root = "/v1";

    /// <summary>The door of a request.</summary>
    public static HttpDoor Of(HttpContext context) => new(context)
    {
        DryRun = context.Request.Query["dryRun"] is ["true"],
    };

    /// <summary>Sends a command to its handler, in the name of the barometer.</summary>
    public async Task<Answer<TAnswer>> Send<TAnswer>(object command)
        where TAnswer : notnull => new(await Ask<TAnswer>(command));

    /// <summary>The same, of a command whose answer is not told as it comes.</summary>
    public async Task<Decision<TAnswer>> Ask<TAnswer>(object command)
        where TAnswer : notnull
    {
        if (!Key().Accepted(out var key, out var refusal))
            return refusal;
        var delivery = new DeliveryOptions { TenantId = Barometer };
        if (key.Length > 0)
            delivery.WithHeader(Signing.KeyHeader, key);
        if (DryRun)
            delivery.WithHeader(Signing.DryRunHeader, "true");
        var bus = _context.RequestServices.GetRequiredService<IMessageContext>();
        bus.CorrelationId = Correlation.Of(_context);
        return await bus.InvokeAsync<Decision<TAnswer>>(command, delivery, Cancellation);
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
    public Task<T> Ask<T>(Func<IQuerySession, Task<T>> read) =>
        ConsistentReading.Read(_context.RequestServices.GetRequiredService<IDocumentStore>(), Barometer, read, Cancellation);

    /// <summary>Keeps a document that is no part of the record.</summary>
    public async Task Save<T>(T document)
        where T : notnull
    {
        await using var session = _context.RequestServices.GetRequiredService<IDocumentStore>().LightweightSession(Barometer);
        session.Store(document);
        await session.SaveChangesAsync(Cancellation);
    }

    /// <summary>The revision of <c>If-Match</c>. A change of a development names what it was made on.</summary>
    public Decision<SeenRevision> Revision()
    {
        var said = _context.Request.Headers.IfMatch;
        if (said.Count == 0)
            return Problems.IfMatchMissing;
        if (said is ["*"])
            return new SeenRevision(Seen: null);
        return EntityTagHeaderValue.TryParse(said.ToString(), out var tag) && !tag.IsWeak && int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? new SeenRevision(revision)
            : Refusal.Usage($"If-Match is the revision that you saw, as \"3\", or *; not {said}.").About(HeaderNames.IfMatch);
    }

    /// <summary>The idempotency key; empty where what is only asked has none, for it changes nothing.</summary>
    internal Decision<string> Key()
    {
        var said = _context.Request.Headers[KeyHeader];
        if (said.Count == 0)
            return DryRun ? "" : Problems.KeyMissing;
        var key = said.ToString();
        return key.Length is > 0 and <= LongestKey && key.All(c => c is > ' ' and <= '~') && said.Count == 1
            ? key
            : Refusal.Usage($"{KeyHeader} is 1 to {LongestKey} visible characters without spaces; a new UUID for each command is best.").About(KeyHeader);
    }

    private string Named(string part) => (string)_context.Request.RouteValues[part]!;
}

/// <summary>The revision that a command was made on.</summary>
/// <param name="Seen">Which; null to act on the current one, whatever it is.</param>
public readonly record struct SeenRevision(int? Seen);

/// <summary>Where a stream's reader was cut off.</summary>
/// <param name="Value">The last event that it saw; null where it saw none.</param>
internal readonly record struct SeenEvent(long? Value);

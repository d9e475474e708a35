using System.Threading.RateLimiting;
using Barometer.Host.Serving.Admission;
using Microsoft.AspNetCore.Http;

namespace Barometer.Host.Serving;

/// <summary>How often is answered: whoever sends a credential by it, all others by their address, those included who are let in nowhere.</summary>
internal sealed class Rates : IDisposable
{
    private const int RequestsAtOnce = 10_000;
    private const int RequestsEachSecond = 5_000;

    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(Identity.Counted(context), _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = RequestsAtOnce,
        TokensPerPeriod = RequestsEachSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
    }));

    /// <summary>Counts a request: how long to wait before the next, where it is one too many; null where it is not.</summary>
    public TimeSpan? Wait(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(context);
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
    }

    /// <summary>Lets a request pass, or tells how often may be asked.</summary>
    public Task Pass(HttpContext context, RequestDelegate next) =>
        Wait(context) is { } wait ? Limits.Refuse(context, $"{RequestsEachSecond} requests a second for each credential", wait) : next(context);

    /// <inheritdoc />
    public void Dispose() => _limiter.Dispose();
}

using System.Collections.Frozen;
using System.Globalization;
using System.Threading.RateLimiting;
using Barometer.Host.Serving.Admission;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Barometer.Host.Serving;

/// <summary>How much is answered at once, so that nobody keeps the others waiting. Whoever meets a limit is told which, and when to come again.</summary>
internal static class Limits
{
    /// <summary>The name of the limit of what takes the processor long: replays, and how far they hold.</summary>
    public const string Computing = "computing";

    /// <summary>The name of the limit of what sums much of the record up: vintages, figure revisions and reconciliations.</summary>
    public const string Reviewing = "reviewing";

    /// <summary>The name of the limit of files that are sent at once.</summary>
    public const string Uploading = "uploading";

    /// <summary>The name of the limit of streams that are followed at once.</summary>
    public const string Following = "following";

    /// <summary>The name of the limit of what holds a state of the record open: exports.</summary>
    public const string Exporting = "exporting";

    /// <summary>The largest body that is taken, in bytes, but for files to import.</summary>
    public const long LargestBody = 1024 * 1024;

    /// <summary>The longest line of a request, in bytes: the positions of a barometer of thousands of relationships have room in it.</summary>
    public const int LongestAddress = 64 * 1024;

    /// <summary>The longest address that is linked to: the line of a request has its verb beside it, and the host.</summary>
    public const int LongestLink = LongestAddress - 1024;

    private static readonly FrozenDictionary<string, AtOnce> Limited = new Dictionary<string, AtOnce>(StringComparer.Ordinal)
    {
        [Computing] = new("replays", Environment.ProcessorCount, Waiting: 16),
        [Reviewing] = new("vintages, figure revisions and reconciliations", Running: 4, Waiting: 16),
        [Uploading] = new("uploads", Running: 4, Waiting: 16),
        [Following] = new("streams", Running: 200, Waiting: 0),
        [Exporting] = new("exports", Running: 8, Waiting: 0),
    }.ToFrozenDictionary();

    /// <summary>Adds them.</summary>
    public static void AddLimits(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, (string, string)>(context => Named(context) is { } name
            ? RateLimitPartition.GetConcurrencyLimiter((Identity.Counted(context), name), _ => new ConcurrencyLimiterOptions { PermitLimit = Limited[name].OfOne })
            : RateLimitPartition.GetNoLimiter(("", "")));
        foreach (var (name, limit) in Limited)
            limiter.AddConcurrencyLimiter(name, options => (options.PermitLimit, options.QueueLimit) = (limit.Running, limit.Waiting));
        limiter.OnRejected = (rejected, _) => new ValueTask(Refuse(rejected.HttpContext, Limited[Named(rejected.HttpContext)!].ToString(), TimeSpan.FromSeconds(1)));
    });

    /// <summary>Tells of a limit, and when to come again.</summary>
    public static Task Refuse(HttpContext context, string limit, TimeSpan after)
    {
        var wait = (int)Math.Ceiling(after.TotalSeconds);
        context.Response.Headers[HeaderNames.RetryAfter] = wait.ToString(CultureInfo.InvariantCulture);
        return Problems.Of(ProblemKind.TooManyRequests, $"More was asked than is answered at once: {limit}. Come again in {wait} s.").ExecuteAsync(context);
    }

    private static string? Named(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName;

    // One credential gets half of it, so that something is left for the others.
    private sealed record AtOnce(string What, int Running, int Waiting)
    {
        public int OfOne => (Running + Waiting) / 2;

        public override string ToString() => $"{Running} {What} at once{(Waiting > 0 ? $" and {Waiting} waiting" : "")}, {OfOne} of them for one credential";
    }
}

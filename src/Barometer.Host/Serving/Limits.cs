using System.Globalization;
using System.Threading.RateLimiting;
using Barometer.Host.Serving.Admission;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Barometer.Host.Serving;

/// <summary>How much is answered at once, so that nobody keeps the others waiting. What is over a limit is told which, and when to come again.</summary>
internal static class Limits
{
    /// <summary>The name of the limit of what takes the processor long: replays, and how far they hold.</summary>
    public const string Computing = "computing";

    /// <summary>The name of the limit of files that are sent at once.</summary>
    public const string Uploading = "uploading";

    /// <summary>The name of the limit of streams that are followed at once.</summary>
    public const string Following = "following";

    /// <summary>The name of the limit of what holds a state of the record open: exports.</summary>
    public const string Exporting = "exporting";

    /// <summary>The largest body that is taken, in bytes, but for files to import.</summary>
    public const long LargestBody = 1024 * 1024;

    private const int RequestsAtOnce = 10_000;
    private const int RequestsEachSecond = 5_000;
    private const int WaitingToCompute = 16;
    private const int UploadsAtOnce = 4;
    private const int WaitingToUpload = 16;
    private const int StreamsAtOnce = 200;
    private const int ExportsAtOnce = 8;

    public static void AddLimits(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(Identity.Counted(context), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = RequestsAtOnce,
            TokensPerPeriod = RequestsEachSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        }));
        limiter.AddConcurrencyLimiter(Computing, options =>
        {
            options.PermitLimit = Environment.ProcessorCount;
            options.QueueLimit = WaitingToCompute;
        });
        limiter.AddConcurrencyLimiter(Uploading, options => (options.PermitLimit, options.QueueLimit) = (UploadsAtOnce, WaitingToUpload));
        limiter.AddConcurrencyLimiter(Following, options => (options.PermitLimit, options.QueueLimit) = (StreamsAtOnce, 0));
        limiter.AddConcurrencyLimiter(Exporting, options => options.PermitLimit = ExportsAtOnce);
        limiter.OnRejected = async (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? (int)Math.Ceiling(after.TotalSeconds) : 1;
            rejected.HttpContext.Response.Headers[HeaderNames.RetryAfter] = wait.ToString(CultureInfo.InvariantCulture);
            await Problems.Of("too-many-requests", $"More was asked than is answered at once ({RequestsEachSecond} requests a second for each credential; {Environment.ProcessorCount} replays at once, {WaitingToCompute} waiting; {UploadsAtOnce} uploads at once, {WaitingToUpload} waiting; {ExportsAtOnce} exports at once; {StreamsAtOnce} streams). Come again in {wait} s.")
                .ExecuteAsync(rejected.HttpContext);
        };
    });
}

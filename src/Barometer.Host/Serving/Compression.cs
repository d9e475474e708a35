using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Barometer.Host.Serving;

/// <summary>
/// Has answers sent compressed to whoever accepts that: JSON and CSV, on their way and never gathered first. Workbooks and Parquet are compressed by
/// their own form, and a stream of events is sent as each comes.
/// </summary>
internal static class Compression
{
    private static readonly string[] Texts = ["application/json", "application/problem+json", "application/csvm+json", "text/csv", "text/html"];

    public static void AddCompression(this IServiceCollection services) => services.AddResponseCompression(compression =>
    {
        // No answer mixes a secret with what a stranger can put into it: a key is shown once, to who asked for it.
        compression.EnableForHttps = true;
        compression.MimeTypes = Texts;
    });
}

using System.Reflection;
using System.Text;
using Barometer.Host.Developments;
using Barometer.Host.Exports.Csv;
using Barometer.Host.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Barometer.Host.Exports;

/// <summary>
/// A table on its way over HTTP, row by row as it is read. Its entity tag is that of what it cites and of its columns: the same asked again as
/// of the same positions is the same.
/// </summary>
public sealed class Download : IResult, IEndpointMetadataProvider
{
    // A reader holds one state of the record open, which the database keeps for him.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private const int LongestHeader = 2048;

    private readonly HttpDoor _door;
    private readonly string? _format;
    private readonly Func<IQuerySession, CancellationToken, Task<Decision<Export>>> _table;

    internal Download(HttpDoor door, string? format, Func<IQuerySession, CancellationToken, Task<Decision<Export>>> table) => (_door, _format, _table) = (door, format, table);

    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (!Saying.Word<ExportFormat>("format", _format).About("format").Accepted(out var said, out var refusal))
        {
            await Problems.Of(refusal).ExecuteAsync(httpContext);
            return;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted);
        patience.CancelAfter(Longest);
        var format = said.Value ?? Accepted(httpContext.Request);
        await (await _door.Ask(session => Send(session, format, httpContext, patience.Token))).ExecuteAsync(httpContext);
    }

    /// <inheritdoc />
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(
        new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(Stream), [.. Enum.GetValues<ExportFormat>().Select(f => f.MediaType().Split(';')[0])]));

    private async Task<IResult> Send(IQuerySession session, ExportFormat format, HttpContext context, CancellationToken cancellation)
    {
        if (!(await _table(session, cancellation)).Accepted(out var export, out var refusal))
            return Problems.Of(refusal);
        if (format.Refuses(export) is { } refused)
            return Problems.Of(refused);
        if (EntityTags.IsKnown(context, EntityTags.DigestOf(Encoding.UTF8.GetBytes($"{format} {export.Citation.Sentence} {string.Join(' ', export.Columns.Select(c => c.Name))}"))))
            return Results.Empty;
        context.Response.ContentType = format.MediaType();
        context.Response.GetTypedHeaders().ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"{export.Citation.Barometer}-{export.Name}.{Word.Of(format)}" };
        context.Response.Headers.Append(HeaderNames.Link, $"<{Metadata(context.Request.Path, export)}>; rel=\"describedby\"; type=\"application/csvm+json\"");
        await format.Write(export, context.Response.Body, cancellation);
        return Results.Empty;
    }

    /// <summary>What the CSV of a table means, column by column, and what to cite.</summary>
    internal static async Task<IResult> Described(HttpDoor door, string path, Func<IQuerySession, CancellationToken, Task<Decision<Export>>> table) =>
        (await door.Ask(session => table(session, door.Cancellation))).Accepted(out var export, out var refusal)
            ? Results.Text(CsvMetadata.Of(export, door.Beside(path, [("format", Word.Of(ExportFormat.Csv)), .. AsCited(export)])), "application/csvm+json")
            : Problems.Of(refusal);

    // A header has less room than an address: of thousands of relationships the table is described as it stands.
    private string Metadata(string table, Export export) =>
        _door.Beside($"{table}/metadata", [("format", null), .. AsCited(export)]) is { Length: <= LongestHeader } ofTheMoment ? ofTheMoment : _door.Beside($"{table}/metadata", ("format", null));

    // For ever the same table: a release and a replay are that already.
    private static IEnumerable<(string Name, string? Value)> AsCited(Export export) =>
        export.Citation is { Release: null, Replay: null } cited ? [("asOf", cited.AsOf.ToString())] : [];

    private static ExportFormat Accepted(HttpRequest request) =>
        Enum.GetValues<ExportFormat>().FirstOrDefault(f => request.Headers.Accept.ToString().Contains(f.MediaType().Split(';')[0], StringComparison.OrdinalIgnoreCase));
}

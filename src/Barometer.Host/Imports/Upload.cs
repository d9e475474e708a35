using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Barometer.Host.Imports;

/// <summary>A file that was sent.</summary>
/// <param name="Name">Its name at whoever sent it; told to people, and never used as a path.</param>
/// <param name="Path">Where it is kept meanwhile.</param>
/// <param name="Digest">SHA-256 of its content, in lower-case hexadecimal.</param>
internal sealed record UploadedFile(string Name, string Path, string Digest)
{
    /// <summary>What tells it from every other file, wherever it is kept.</summary>
    public string Known => $"{Digest}/{Name}";
}

/// <summary>The files of an import, kept in a folder of their own until it has ended.</summary>
internal sealed class Upload : IDisposable
{
    /// <summary>The part that holds a mapping; every other is a file to import.</summary>
    public const string MappingPart = "mapping";

    private const int MostFiles = 32;
    private const int LongestName = 120;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("barometer-import-");
    private readonly List<UploadedFile> _files = [];

    private Upload()
    {
    }

    /// <summary>What is to be imported, in the order in which it was sent.</summary>
    public ImmutableArray<UploadedFile> Files => [.. _files];

    /// <summary>The mapping of coded data; null where none was sent.</summary>
    public UploadedFile? Mapping { get; private set; }

    /// <summary>True where a request sends files.</summary>
    public static bool IsSent(HttpRequest request) => Boundary(request) is not null;

    /// <summary>Reads the files of a request.</summary>
    /// <param name="request">One that sends files.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<Decision<Upload>> Read(HttpRequest request, CancellationToken cancellation)
    {
        var upload = new Upload();
        var refusal = await upload.Take(request, cancellation);
        if (refusal is null)
            return upload;
        upload.Dispose();
        return refusal;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<Refusal?> Take(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            var parts = new MultipartReader(Boundary(request)!, request.Body);
            while (await parts.ReadNextSectionAsync(cancellation) is { } part)
            {
                if (await Take(part, cancellation) is { } refusal)
                    return refusal;
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return Refusal.Usage("The body is no multipart/form-data to its end; send the files again.");
        }
        catch
        {
            Dispose();
            throw;
        }

        return _files.Count == 0 ? Refusal.Usage("No file was sent; send one part for each, with its name.") : null;
    }

    private async Task<Refusal?> Take(MultipartSection part, CancellationToken cancellation)
    {
        if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var said) || said.FileNameStar.Length + said.FileName.Length == 0)
            return Refusal.Usage($"The part '{said?.Name}' is no file; what is no file is said in the query.");
        if (_files.Count == MostFiles)
            return Refusal.Usage($"An import has at most {MostFiles} files; send the others as another.");
        var isMapping = HeaderUtilities.RemoveQuotes(said.Name).Equals(MappingPart, StringComparison.Ordinal);
        if (isMapping && Mapping is not null)
            return Refusal.Usage("One mapping is enough; send it once.");
        var file = await Keep(part, NameOf(said), cancellation);
        if (isMapping)
            Mapping = file;
        else
            _files.Add(file);
        return null;
    }

    private async Task<UploadedFile> Keep(MultipartSection part, string name, CancellationToken cancellation)
    {
        var path = Path.Combine(_folder.FullName, Guid.NewGuid().ToString("n"));
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite);
        await part.Body.CopyToAsync(file, cancellation);
        file.Position = 0;
        return new UploadedFile(name, path, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation)));
    }

    // Its last part, without what a terminal or a page would not show as text.
    private string NameOf(ContentDispositionHeaderValue said)
    {
        var sent = HeaderUtilities.RemoveQuotes(said.FileNameStar.Length > 0 ? said.FileNameStar : said.FileName).ToString();
        var name = new string([.. sent.Split('/', '\\')[^1].Where(c => !char.IsControl(c)).TakeLast(LongestName)]).Trim();
        return name.Length == 0 || name.All(c => c == '.') ? $"file {_files.Count + 1}" : name;
    }

    private static string? Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 100 } boundary ? boundary.ToString() : null;
}

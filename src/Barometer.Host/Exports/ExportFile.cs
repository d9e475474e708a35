using System.Collections.Immutable;
using System.Text;
using Barometer.Domain.Movements;
using Barometer.Host.Exports.Csv;

namespace Barometer.Host.Exports;

/// <summary>What was exported.</summary>
/// <param name="Table">Which table.</param>
/// <param name="Format">In what form.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Files">Where it is, its metadata last.</param>
/// <param name="Citation">What to cite.</param>
/// <param name="AsOf">How far the record had come.</param>
/// <param name="Replay">What the replay is saved under; absent for what is no replay.</param>
internal sealed record ExportedFile(string Table, ExportFormat Format, long Rows, ImmutableArray<string> Files, string Citation, Positions AsOf, string? Replay);

/// <summary>A file that a table is to be exported to. It is there whole, or as it was before: what is written is written beside it first.</summary>
internal sealed class ExportFile
{
    private readonly FileInfo _file;
    private readonly ExportFormat _format;
    private readonly bool _overwrite;

    private ExportFile(FileInfo file, ExportFormat format, bool overwrite) => (_file, _format, _overwrite) = (file, format, overwrite);

    private string Metadata => $"{_file.FullName}{CsvMetadata.Suffix}";

    /// <summary>The file, or a refusal where it cannot be written, before anything is read for it.</summary>
    /// <param name="file">As named.</param>
    /// <param name="format">In what form; null for what the ending says.</param>
    /// <param name="overwrite">True where it may be there already.</param>
    public static Decision<ExportFile> Of(FileInfo file, ExportFormat? format, bool overwrite)
    {
        if ((format ?? Word.Read<ExportFormat>(file.Extension.TrimStart('.').ToLowerInvariant())) is not { } named)
            return Refusal.Usage($"'{file}' does not end as one of {string.Join(", ", Word.All<ExportFormat>().Select(w => $".{w}"))}; say the form: --format csv.");
        if (Directory.Exists(file.FullName))
            return Refusal.Usage($"'{file}' is a folder; name the file in it.");
        if (file.Directory is { Exists: false } missing)
            return Refusal.NotFound($"There is no folder {missing}; make it first.");
        var asked = new ExportFile(file, named, overwrite);
        return overwrite || asked.Files().FirstOrDefault(File.Exists) is not { } there
            ? asked
            : Refusal.Usage($"{there} is there already; name another file, or let it be replaced (--overwrite).");
    }

    /// <summary>Writes the export, or refuses it where the form cannot hold it.</summary>
    public async Task<Decision<ExportedFile>> Write(Export export, CancellationToken cancellation)
    {
        if (_format.Refuses(export) is { } refusal)
            return refusal;
        var beside = Files().Select(f => (Name: f, Part: $"{f}.{Guid.NewGuid():N}.part")).ToArray();
        try
        {
            long rows;
            await using (var stream = new FileStream(beside[0].Part, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16, useAsync: true))
                rows = await _format.Write(export, stream, cancellation);
            if (_format is ExportFormat.Csv)
                await File.WriteAllTextAsync(beside[1].Part, CsvMetadata.Of(export, Uri.EscapeDataString(_file.Name)), new UTF8Encoding(false), cancellation);
            // The table itself comes last: once it is there, all of it is.
            foreach (var (name, part) in beside.Reverse())
                File.Move(part, name, _overwrite);
            return new ExportedFile(export.Name, _format, rows, [.. beside.Select(b => b.Name)], export.Citation.Sentence, export.Citation.AsOf, export.Citation.Replay);
        }
        finally
        {
            foreach (var (_, part) in beside)
                File.Delete(part);
        }
    }

    private string[] Files() => _format is ExportFormat.Csv ? [_file.FullName, Metadata] : [_file.FullName];
}

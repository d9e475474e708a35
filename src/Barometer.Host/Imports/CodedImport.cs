using System.Security.Cryptography;
using Barometer.Domain.Barometers;
using Barometer.Host.Barometers;
using Barometer.Host.Store;
using Barometer.Publications.Coded;

namespace Barometer.Host.Imports;

/// <summary>
/// One run of an import of coded data. It reads the file twice: the first time to its end, so that a broken export is refused
/// before anything is recorded; the second time to record, batch by batch, from where an earlier run stopped.
/// </summary>
internal sealed class CodedImport(IDocumentStore store, Envelope envelope, ImportCodedData command)
{
    // As many as are recorded in about a second: so long other writers of their relationships wait.
    private const int Batch = 4_000;

    private Mapping? _mapping;
    private int _recorded;

    private string Kept => command.KeptAt ?? command.Path;

    /// <summary>Surveys, prepares and records.</summary>
    public async Task<Decision<CodedImported>> Run(CancellationToken cancellation)
    {
        if (!(await ReadMapping(cancellation)).Accepted(out var readHow, out var refusal) || !Survey(cancellation).Accepted(out var survey, out refusal))
            return refusal;
        var id = $"{Word.Of(command.Format)}/{await Digest(Kept, cancellation)}/{readHow}";
        if (!(await Prepare(survey, cancellation)).Accepted(out var prepared, out refusal))
            return refusal;
        var start = await Checkpoint(id, cancellation);
        var end = start.Rows == survey.Rows ? start : await Record(survey, prepared.Settings, start, cancellation);
        return new CodedImported
        {
            Rows = survey.Rows,
            Recorded = _recorded,
            AlreadyRecorded = end.InRecord - _recorded,
            Domestic = survey.Apart(Apart.Domestic),
            WithoutTwoCountries = survey.Apart(Apart.WithoutTwoCountries),
            Unmapped = survey.Apart(Apart.Unmapped),
            Refused = end.Refused,
            UnknownLabels = survey.UnknownLabels,
            ResumedAfter = start.Rows > 0 && start.Rows < survey.Rows ? start.Rows : null,
            Declared = prepared.Declared,
            RelationshipsAdded = prepared.Added.Length,
            Opened = prepared.Opened,
            DryRun = command.DryRun,
            Relationships = command.DryRun ? [.. prepared.Added.Select(r => r.Key)] : null,
        };
    }

    private async Task<Decision<string>> ReadMapping(CancellationToken cancellation)
    {
        if (command.Mapping is not { } path)
            return Word.Of(command.Relationships!.Value);
        await using var session = Open();
        if (!(await SettingsReading.Of(session, cancellation)).Accepted(out var settings, out var refusal))
            return refusal;
        var kept = command.MappingKeptAt ?? path;
        await using var file = File.OpenRead(kept);
        if (!Mapping.Read(file, Path.GetFileName(path), settings).Accepted(out _mapping, out refusal))
            return refusal;
        return await Digest(kept, cancellation);
    }

    private Decision<CodedSurvey> Survey(CancellationToken cancellation)
    {
        using var file = File.OpenRead(Kept);
        Func<CodedRow, bool> belongs = _mapping is { } mapping ? row => mapping.KeyOf(row) is not null : row => Dyad.Of(row) is not null;
        return CodedSurvey.Of(Rows(file, cancellation), belongs);
    }

    private async Task<Decision<Prepared>> Prepare(CodedSurvey survey, CancellationToken cancellation)
    {
        await using var session = Open();
        return await new CodedPreparation(session, command, survey).Prepare(cancellation);
    }

    private async Task<CodedCheckpoint> Checkpoint(string id, CancellationToken cancellation)
    {
        await using var session = Open();
        return await session.LoadAsync<CodedCheckpoint>(id, cancellation) ?? CodedCheckpoint.Start(id);
    }

    private async Task<CodedCheckpoint> Record(CodedSurvey survey, Settings settings, CodedCheckpoint checkpoint, CancellationToken cancellation)
    {
        var dyads = new Dyads(settings.Relationships);
        var batch = new List<(CodedRow Row, string Relationship)>(Batch);
        var (rows, done) = (0, checkpoint.Rows);
        await using var file = File.OpenRead(Kept);
        foreach (var read in Rows(file, cancellation))
        {
            // The survey has read it all and refused nothing.
            if (!read.Accepted(out var row, out var refusal))
                throw new IOException($"The file was changed while it was read: {refusal.Sentence}");
            if (++rows > done && (_mapping is { } mapping ? mapping.KeyOf(row) : dyads.KeyOf(row)) is { } relationship)
                batch.Add((row, relationship));
            if (batch.Count == Batch)
                await Commit();
        }

        if (rows > done)
            await Commit();
        return checkpoint;

        async Task Commit()
        {
            await using var session = Open();
            var recording = new CodedBatch(session, command, settings);
            checkpoint = await recording.Record(batch, checkpoint with { Rows = rows }, cancellation);
            _recorded += recording.Recorded;
            batch.Clear();
            command.Progress?.Report(new CodedProgress(rows, survey.Rows));
        }
    }

    private IEnumerable<Decision<CodedRow>> Rows(Stream file, CancellationToken cancellation) =>
        CodedData.Read(command.Format, file, Path.GetFileName(command.Path)).Select(row =>
        {
            cancellation.ThrowIfCancellationRequested();
            return row;
        });

    // What a batch has read, its projections have not to read again.
    private IDocumentSession Open() => store.IdentitySession(SessionOfTenant.Of(envelope)).Signed(envelope, command.Actor);

    private static async Task<string> Digest(string path, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
    }
}

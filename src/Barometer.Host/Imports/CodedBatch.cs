using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Host.Store;
using Barometer.Publications.Coded;

namespace Barometer.Host.Imports;

/// <summary>
/// Some rows of coded data, recorded in one transaction with how far that is: under the locks of their relationships, which
/// keep their periods from closing and others from giving the same references.
/// </summary>
internal sealed class CodedBatch(IDocumentSession session, ImportCodedData command, Settings settings)
{
    private readonly List<DevelopmentRecorded> _recorded = [];
    private HashSet<string> _known = [];
    private Dictionary<string, Period> _periods = [];
    private Dictionary<string, Numbering> _numberings = [];

    /// <summary>How many rows were recorded, or would be in a dry run.</summary>
    public int Recorded => _recorded.Count;

    /// <summary>Records what is not in the record yet, and how far the import is then.</summary>
    public async Task<CodedCheckpoint> Record(IReadOnlyList<(CodedRow Row, string Relationship)> rows, CodedCheckpoint checkpoint, CancellationToken cancellation)
    {
        string[] streams = [.. rows.Select(r => Declaring.StreamOf(r.Relationship)).Distinct()];
        if (!command.DryRun)
            await session.LockStreams(streams, cancellation);
        await Read(rows, streams, cancellation);
        foreach (var (row, relationship) in rows)
        {
            if (!_known.Add(row.Identity))
                checkpoint = checkpoint with { InRecord = checkpoint.InRecord + 1 };
            else if (Decide(row, relationship).Accepted(out var e, out var refusal))
                checkpoint = Take(e, checkpoint);
            else
                checkpoint = checkpoint.Refuse(row, refusal.Sentence);
        }

        if (command.DryRun)
            return checkpoint;
        await session.AppendMany(_recorded, cancellation);
        session.Store(checkpoint);
        await session.SaveChangesAsync(cancellation);
        return checkpoint;
    }

    private async Task Read(IReadOnlyList<(CodedRow Row, string Relationship)> rows, string[] streams, CancellationToken cancellation)
    {
        var identities = rows.Select(r => r.Row.Identity).ToArray();
        _known = [.. await session.AdvancedSql.QueryAsync<string>(
            $"select identity from {RecordStore.Schema}.origins where barometer = ? and identity = any(?)", cancellation, session.TenantId, identities)];
        var periods = rows.Select(r => settings.Calendar.PeriodOf(r.Row.Day).Stream).Distinct();
        _periods = (await session.LoadManyAsync<Period>(cancellation, periods)).ToDictionary(p => p.Id);
        _numberings = (await session.LoadManyAsync<Numbering>(cancellation, streams)).ToDictionary(n => n.Id);
    }

    private Decision<DevelopmentRecordedUnscored> Decide(CodedRow row, string key)
    {
        var record = new RecordUnscored { Relationship = key, Particulars = row.Particulars, Actor = command.Actor };
        if (!settings.Find(key).Accepted(out var relationship, out var refusal) || !record.FiledUnder(settings).Accepted(out var filed, out refusal))
            return refusal;
        // In a dry run neither the period nor the stream has to be there yet.
        var period = _periods.GetValueOrDefault(filed.Stream) ?? new Period { Id = filed.Stream, PeriodId = filed, Issue = settings.Calendar.IssueOf(filed)!.Value };
        var reference = Numbering(key).Next(relationship.Prefix, period.Issue);
        return Recording.Decide(record, reference, settings, period);
    }

    private CodedCheckpoint Take(DevelopmentRecordedUnscored e, CodedCheckpoint checkpoint)
    {
        _numberings[Declaring.StreamOf(e.Relationship)] = Domain.Developments.Numbering.Fold(Numbering(e.Relationship), e);
        _recorded.Add(e);
        return checkpoint with { InRecord = checkpoint.InRecord + 1 };
    }

    private Numbering Numbering(string relationship) =>
        Declaring.StreamOf(relationship) is var stream && _numberings.TryGetValue(stream, out var numbering) ? numbering : Domain.Developments.Numbering.None(stream);
}

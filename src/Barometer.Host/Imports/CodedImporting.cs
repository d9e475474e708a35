using Barometer.Host.Store;
using Barometer.Publications.Coded;
using Marten.Exceptions;

namespace Barometer.Host.Imports;

/// <summary>The doors of importing coded data.</summary>
[WolverineHandler]
public static class CodedImporting
{
    internal static readonly Option<CodedFormat?> Format = WordOption.Of<CodedFormat>("--format", "Coded data instead of a publication: in what form the file is.");
    internal static readonly Option<CodedRelationships?> Relationships = WordOption.Of<CodedRelationships>("--relationships", "Coded data: make a relationship of every two countries found, without direction.");
    internal static readonly Option<FileInfo?> Mapping = new("--mapping") { Description = "Coded data: a CSV file with party, counterparty and relationship, that says to which relationship a row belongs." };
    internal static readonly Option<CodedCalendar?> Calendar = WordOption.Of<CodedCalendar>("--calendar", "Coded data: the periods of a barometer that is not declared yet.");

    /// <summary>Behind every door: a transaction a batch, each with how far it is.</summary>
    public static async Task<Decision<CodedImported>> Handle(ImportCodedData command, IDocumentStore store, Envelope envelope, CancellationToken cancellation)
    {
        await using var session = SessionOfTenant.Before(store, envelope);
        var receipt = new RecordTransaction(session, envelope, command, command.Actor);
        if (await receipt.AnsweredBefore<CodedImported>(cancellation) is { } answered)
            return answered;
        var decision = await Run(command, store, envelope, cancellation);
        // The batches are committed by then; another door may have been sent the same meanwhile.
        return decision.Accepted(out var imported, out _) && !command.DryRun ? await receipt.Commit(imported, cancellation) : decision;
    }

    internal static async Task<Decision<CodedImported>> Import(Door door, FileInfo[] files, bool dryRun, CancellationToken cancellation)
    {
        if (files is not [var file])
            return Refusal.Usage("Coded data are imported a file at a time.");
        var (relationships, mapping) = (door.Get(Relationships), door.Get(Mapping));
        if (relationships is null == mapping is null)
            return Refusal.Usage("Say to which relationships the rows belong: to those between every two countries (--relationships dyads), or to those that a file names (--mapping FILE); one of the two.");
        await door.Host(cancellation);
        var command = new ImportCodedData(file.FullName, door.Get(Format)!.Value, relationships, mapping?.FullName, door.Get(Calendar), dryRun, door.Actor);
        return await CodedImportView.WithProgress(command, c => door.Send<CodedImported>(c, Timeout.InfiniteTimeSpan, cancellation));
    }

    private static async Task<Decision<CodedImported>> Run(ImportCodedData command, IDocumentStore store, Envelope envelope, CancellationToken cancellation)
    {
        try
        {
            return await new CodedImport(store, envelope, command).Run(cancellation);
        }
        catch (ExistingStreamIdCollisionException)
        {
            // Another door declared the barometer or opened a period at the same moment; from now on it is there.
            return await new CodedImport(store, envelope, command).Run(cancellation);
        }
    }
}

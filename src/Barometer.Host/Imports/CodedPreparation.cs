using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.Periods;
using Barometer.Publications.Coded;

namespace Barometer.Host.Imports;

/// <summary>What has to be there before the first row is recorded, and what of it was made.</summary>
/// <param name="Settings">The barometer's settings from now on.</param>
/// <param name="Declared">True when the barometer was declared.</param>
/// <param name="Added">The relationships that were declared or added.</param>
/// <param name="Opened">The periods that were opened.</param>
internal sealed record Prepared(Settings Settings, bool Declared, ImmutableArray<Relationship> Added, ImmutableArray<PeriodId> Opened);

/// <summary>Declares the barometer or adds relationships to it, and opens periods, for what a survey found; in one transaction.</summary>
internal sealed class CodedPreparation(IDocumentSession session, ImportCodedData command, CodedSurvey survey)
{
    // As wide as the scale that is commonest for coded events, Goldstein's.
    private const int Range = 10;

    private static readonly Calendar Months = new(new DateOnly(1979, 1, 1), MonthsPerPeriod: 1);

    /// <summary>Makes what is missing; in a dry run, says what would be made.</summary>
    public async Task<Decision<Prepared>> Prepare(CancellationToken cancellation)
    {
        var current = await session.LoadAsync<Settings>(Settings.Stream, cancellation);
        if (!(current is null ? Declare() : await Extend(current, cancellation)).Accepted(out var prepared, out var refusal))
            return refusal;
        if (!(await Open(prepared.Settings, cancellation)).Accepted(out var opened, out refusal))
            return refusal;
        prepared = prepared with { Opened = opened };
        if (!command.DryRun)
            await session.SaveChangesAsync(cancellation);
        return prepared;
    }

    private Decision<Prepared> Declare()
    {
        if (command.Relationships is null)
            return Declaring.NotDeclared(session.TenantId);
        if (command.Calendar is null)
            return Refusal.Usage($"The barometer '{session.TenantId}' is not declared yet; say in what periods it is counted, with 'calendar' (month).").About("calendar");
        var relationships = new Dyads([]).Missing(survey.Dyads);
        if (relationships.IsEmpty)
            return Refusal.Rule("No row of the file is between two countries; there is no relationship to declare.");
        var declare = new DeclareBarometer(session.TenantId, Range, Months, relationships, command.Actor);
        if (!Declaring.Decide(declare, current: null).Accepted(out var declared, out var refusal))
            return refusal;
        Barometers.Declaring.Start(session, declared);
        return new Prepared(Declaring.Fold(declared), Declared: true, relationships, []);
    }

    private async Task<Decision<Prepared>> Extend(Settings settings, CancellationToken cancellation)
    {
        if (command.Calendar is not null && settings.Calendar.MonthsPerPeriod != 1)
            return Refusal.Rule($"{settings.Name} is declared with periods of {settings.Calendar.MonthsPerPeriod} months; leave 'calendar' out, or import into another barometer.").About("calendar");
        if (command.Relationships is null)
            return new Prepared(settings, Declared: false, [], []);
        if (!command.DryRun)
        {
            // What another import has added meanwhile is there once the settings are locked.
            await session.Events.AppendExclusive(Settings.Stream, cancellation);
            settings = (await session.LoadAsync<Settings>(Settings.Stream, cancellation))!;
        }

        var added = new Dyads(settings.Relationships).Missing(survey.Dyads);
        if (added.IsEmpty)
            return new Prepared(settings, Declared: false, [], []);
        if (ImportRights.RefuseToAdd(added, settings, command.As) is { } notAllowed)
            return notAllowed;
        var change = new ChangeSettings(Name: null, Range: null, added, command.Actor, "found in coded data");
        if (!ChangingSettings.Decide(change, settings).Accepted(out var changed, out var refusal))
            return refusal;
        session.Events.Append(Settings.Stream, changed);
        foreach (var relationship in added)
            Barometers.Declaring.StartRelationship(session, relationship.Key, command.Actor);
        return new Prepared(ChangingSettings.Fold(settings, changed), Declared: false, added, []);
    }

    private async Task<Decision<ImmutableArray<PeriodId>>> Open(Settings settings, CancellationToken cancellation)
    {
        PeriodId[] occurring = [.. survey.Days.Select(settings.Calendar.PeriodOf).Distinct().OrderBy(p => p.FirstDay)];
        var opened = (await session.LoadManyAsync<Period>(cancellation, occurring.Select(p => p.Stream))).Select(p => p.PeriodId).ToHashSet();
        var fresh = ImmutableArray.CreateBuilder<PeriodId>();
        foreach (var id in occurring.Where(p => !opened.Contains(p)))
        {
            // A month before the calendar's first is no period: its rows are refused, one by one.
            if (!Opening.Decide(new OpenPeriod(id, command.Actor), settings, period: null).Accepted(out var e, out _))
                continue;
            if (ImportRights.RefuseToOpen(id, settings, command.As) is { } refusal)
                return refusal;
            session.Events.StartStream<Period>(id.Stream, e);
            fresh.Add(id);
        }

        return fresh.ToImmutable();
    }
}

using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Proposals;
using Barometer.Projections;
using Barometer.Publications;

namespace Barometer.Host.Imports;

/// <summary>What a row of a publication became when it was recorded.</summary>
/// <param name="Identity">The row's identity in its publication.</param>
/// <param name="Reference">The development.</param>
/// <param name="Says">What the row said then.</param>
internal sealed record KnownOrigin(string Identity, string Reference, string Says);

/// <summary>Decides, row by row, what an import records. Pure: what is in the record already is passed in.</summary>
internal sealed class ImportPlan(
    ImportPublication command,
    Settings settings,
    IReadOnlyDictionary<PeriodId, Period> periods,
    IReadOnlyDictionary<string, Numbering> numberings,
    IReadOnlyDictionary<string, KnownOrigin> known)
{
    private readonly Dictionary<string, Numbering> _numberings = new(numberings);
    private readonly Dictionary<string, KnownOrigin> _known = new(known);

    // Relationships of which a row at its place says something else than it did.
    private readonly HashSet<string> _moved = [];

    private const string Displaced =
        "Rows above it say something else than when they were recorded: a row was added to the catalogue or taken out of it, and this may be one that is recorded already. "
        + "Score what is new by hand.";

    public List<DevelopmentRecorded> Events { get; } = [];

    public List<NotUnderstood> NotUnderstood { get; } = [.. command.Readings.SelectMany(r => r.NotUnderstood.Select(n => n with { File = r.File }))];

    public List<Remark> Remarks { get; } = [.. command.Readings.SelectMany(r => r.Remarks.Select(n => n with { File = r.File }))];

    public int AlreadyRecorded { get; private set; }

    /// <summary>The plan for every row of every reading.</summary>
    public ImportPlan Make()
    {
        foreach (var (row, file) in command.Readings.SelectMany(r => r.Developments.Select(d => (d, r.File))))
        {
            var origin = row.Particulars.Origin!;
            if (_known.TryGetValue(origin.Identity, out var before))
                Compare(row, file, before);
            else if (origin.IsPlaceInIssue && _moved.Contains(row.Relationship))
                NotUnderstood.Add(Publications.NotUnderstood.At(origin.FirstLine, row.Particulars.Title, Displaced) with { File = file });
            else if (Decide(row).Accepted(out var e, out var refusal))
                Take(row, file, e);
            else
                NotUnderstood.Add(Publications.NotUnderstood.At(origin.FirstLine, row.Particulars.Title, refusal.Sentence) with { File = file });
        }

        return this;
    }

    /// <summary>The periods that readings are about, in order: those of their rows and figures, and their own.</summary>
    public static IEnumerable<PeriodId> PeriodsOf(IReadOnlyCollection<Reading> readings, Settings settings) =>
        readings.SelectMany(r => r.Developments).Select(d => PeriodOf(d, settings)).OfType<PeriodId>()
            .Concat(readings.SelectMany(r => r.Figures).Select(f => f.Period))
            .Concat(readings.Select(r => r.Period).OfType<PeriodId>())
            .Distinct().OrderBy(p => p.FirstDay);

    private static PeriodId? PeriodOf(ReadDevelopment row, Settings settings) =>
        Record(row, actor: "").FiledUnder(settings).Accepted(out var period, out _) ? period : null;

    private void Compare(ReadDevelopment row, string? file, KnownOrigin before)
    {
        AlreadyRecorded++;
        var says = Origins.Says(row.Particulars, row.Points);
        if (says == before.Says)
            return;
        _moved.Add(row.Relationship);
        Remarks.Add(new Remark(row.Particulars.Origin!.FirstLine, $"{before.Reference} was recorded as {before.Says} and is {says} here; the record stays as it is. If this is right, amend or redate it.") { File = file });
    }

    private void Take(ReadDevelopment row, string? file, DevelopmentRecorded e)
    {
        _numberings[row.Relationship] = Numbering.Fold(_numberings[row.Relationship], e);
        Events.Add(e);
        // The same row in another file of this import is the same development.
        var identity = e.Particulars.Origin!.Identity;
        _known[identity] = new KnownOrigin(identity, e.Reference.ToString(), Origins.Says(row.Particulars, row.Points));
        if (Question.OfDate(e.Reference, e.Particulars, e.Filing.Period) is { } question)
            Remarks.Add(new Remark(e.Particulars.Origin.FirstLine, $"{question.Text} Closing will ask.") { File = file });
    }

    private Decision<DevelopmentRecorded> Decide(ReadDevelopment row)
    {
        var record = Record(row, command.Actor);
        if (!settings.Find(row.Relationship).Accepted(out var relationship, out var refusal) || !record.FiledUnder(settings).Accepted(out var filed, out refusal))
            return refusal;
        var period = periods[filed];
        var reference = _numberings[relationship.Key].Next(relationship.Prefix, period.Issue);
        return record switch
        {
            ScoreDevelopment score => Alone(Scoring.Decide(score, reference, settings, period), period),
            RecordUnscored unscored => Recording.Decide(unscored, reference, settings, period).Then(e => (DevelopmentRecorded)e),
            _ => throw new InvalidOperationException($"{record.GetType().Name} is not imported."),
        };
    }

    // An import is one person's: what two are needed for is scored by hand.
    private Decision<DevelopmentRecorded> Alone(Decision<DevelopmentScored> decision, Period period) =>
        decision.Accepted(out var e, out var refusal) && Proposing.IsNeeded([e], settings, [period])
            ? Refusal.Rule($"In {settings.Name} two persons are needed in every period; score it by hand, and have somebody else approve it, or import it without points.")
            : e is null ? refusal! : e;

    private static RecordDevelopment Record(ReadDevelopment row, string actor) => row.Points is { } points
        ? new ScoreDevelopment { Relationship = row.Relationship, Period = row.Period, Particulars = row.Particulars, Points = points, Reason = row.Reason, Actor = actor }
        : new RecordUnscored { Relationship = row.Relationship, Period = row.Period, Particulars = row.Particulars, Reason = row.Reason, Actor = actor };
}

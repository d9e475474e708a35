using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;

namespace Barometer.Host.Tests.Record.Histories;

/// <summary>Plays a generated history through the real host, and on the sheet of paper beside it.</summary>
public sealed class History(EmptyRecord record, string barometer)
{
    private static readonly PeriodId Other = PeriodId.Parse("2020-01/2020-02", provider: null);
    private static readonly string[] Relationships = ["russia", "china", "security"];

    private bool _closed;

    public NaiveModel Model { get; } = new();

    /// <summary>The record's positions after each command, and what the sheet said then.</summary>
    public IList<(Positions Positions, string Indices)> States { get; } = [];

    /// <summary>The snapshot, once a period was closed, and what the sheet said then.</summary>
    public (PeriodClosed Snapshot, string Indices)? Closing { get; private set; }

    public async Task Play(IEnumerable<(int What, int Which, int Points)> steps)
    {
        await record.Declared(barometer);
        (await record.Send<PeriodOpened>(new OpenPeriod(Other, "test"), barometer)).Expected();
        foreach (var (what, which, points) in steps)
        {
            await Step(what, which, points);
            States.Add((await record.Now(barometer), Model.Indices()));
        }
    }

    private Task Step(int what, int which, int points) => Model.Sheet.Count == 0 || what < 4
        ? Bring(Relationships[which % Relationships.Length], points, recordOnly: what == 3)
        : what switch
        {
            4 or 5 => On(which, r => new AmendPoints { Reference = r, Points = PointsFor(r, points) }, (e, p) => e with { Points = p }, points),
            6 => On(which, r => new WithdrawDevelopment { Reference = r }, (e, _) => e with { Withdrawn = true }, points),
            7 => On(which, r => new ReinstateDevelopment { Reference = r }, (e, _) => e with { Withdrawn = false }, points),
            8 => On(which, r => new RefileDevelopment { Reference = r, To = points > 0 ? Other : EmptyRecord.Period }, (e, _) => e with { Period = points > 0 ? Other : EmptyRecord.Period }, points),
            9 => On(which, r => new RedateDevelopment { Reference = r, Date = PrintedDate.On(new DateOnly(2019, 11, 15).AddDays(points)) }, (e, _) => e, points),
            10 => On(which, r => new NoteDevelopment { Reference = r, Note = $"note {points}" }, (e, _) => e, points),
            11 => On(which, r => new GivePoints { Reference = r, Points = PointsFor(r, points) }, (e, p) => e with { Points = p }, points),
            _ => Close(),
        };

    private async Task Bring(string relationship, int points, bool recordOnly)
    {
        var particulars = new Particulars { Title = $"{Guid.NewGuid()}", Date = PrintedDate.On(new DateOnly(2019, 12, 5).AddDays(points)) };
        object command = recordOnly
            ? new RecordUnscored { Relationship = relationship, Period = EmptyRecord.Period, Particulars = particulars, Actor = "anna", AfterClosing = true, Reason = "late", ReasonKind = ReasonKind.NewInformation }
            : new ScoreDevelopment { Relationship = relationship, Period = EmptyRecord.Period, Particulars = particulars, Points = PointsIn(relationship, points), Actor = "anna", AfterClosing = true, Reason = "late", ReasonKind = ReasonKind.NewInformation };
        if ((await record.SendBoth(command, barometer)).Accepted(out var answer, out _))
            Model.Put(answer.Changes[0].Reference, new Entry(relationship, EmptyRecord.Period, recordOnly ? null : PointsIn(relationship, points), Withdrawn: false, Revision: 1));
    }

    private async Task On(int which, Func<Reference, DevelopmentCommand> command, Func<Entry, Points, Entry> change, int points)
    {
        var reference = Model.Sheet.Keys.OrderBy(r => r.ToString(), StringComparer.Ordinal).ElementAt(which % Model.Sheet.Count);
        // Now and then without the kind of its reason, which a closed period refuses, or on a revision that is gone.
        var said = command(reference) with { Actor = "boris", Reason = "because", ReasonKind = which % 5 == 0 ? null : ReasonKind.Error, Revision = which % 7 == 0 ? 1 : null };
        if ((await record.SendBoth(said, barometer)).Accepted(out var answer, out var refusal))
        {
            Model.Change(reference, e => change(e, PointsFor(reference, points)));
            answer.Changes[0].Revision.ShouldBe(Model.Sheet[reference].Revision);
        }
        else
            refusal.Sentence.ShouldNotBeNullOrEmpty();
    }

    private async Task Close()
    {
        if (_closed)
            return;
        var asked = await record.Send<PeriodClosed>(new ClosePeriod(EmptyRecord.Period, [], "vera"), barometer);
        if (!asked.Accepted(out var closed, out _))
            return;
        _closed = true;
        Closing = (closed, Model.Indices());
    }

    private static Points PointsFor(Reference reference, int points) => PointsIn(reference.Prefix == "SEC" ? "security" : "other", points);

    private static Points PointsIn(string relationship, int points) => relationship == "security"
        ? new Points([Score.Of("national-security", points), Score.Of("regional-tension", -points)])
        : new Points([new Score("development", Math.Max(points, 0), points % 2 == 0 ? Math.Min(points, 0) : -1)]);
}

using System.Collections.Immutable;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.Proposals;
using Barometer.Domain.Record;

namespace Barometer.Domain.Tests.Movements.Histories;

/// <summary>A history that was lived through: the record it left, and what the card box said after every step.</summary>
internal sealed class History
{
    private readonly NaiveModel _naive = new();
    private readonly List<Moment> _moments = [];

    private History(Step[] steps)
    {
        var editor = new Editor(Record, _naive);
        editor.OpenPeriods();
        _moments.Add(Now(step: null, refusal: null));
        foreach (var step in steps)
            _moments.Add(Now(step, editor.Take(step)));
    }

    public InMemoryRecord Record { get; } = new();

    /// <summary>The moment before the first step, and one after every step.</summary>
    public IReadOnlyList<Moment> Moments => _moments;

    public Moment Last => _moments[^1];

    public static History Of(Step[] steps) => new(steps);

    private Moment Now(Step? step, Refusal? refusal)
    {
        var positions = Record.Positions;
        return step is not null && positions.Equals(Last.Positions)
            ? Last with { Step = step, Refusal = refusal, Proposals = Record.Proposals.Count, Tray = [.. _naive.Tray] }
            : new Moment(step, refusal, positions, Record.Proposals.Count, [.. _naive.Tray], Account.All.ToDictionary(a => a, a => Running(a, positions)));
    }

    /// <summary>Counted anew where the record grew.</summary>
    private NaiveFigure[] Running(Account account, Positions positions) =>
        _moments.Count > 0 && Last.Positions[account.Relationship] == positions[account.Relationship]
            ? Last.Running[account]
            : [.. Moment.Days(account.Period).Select(day => _naive.Count(account, day))];
}

/// <summary>What was so after a step.</summary>
/// <param name="Step">The step; null before the first.</param>
/// <param name="Refusal">Why it was refused; null when it was not.</param>
/// <param name="Positions">How far the record had come.</param>
/// <param name="Proposals">How many there were.</param>
/// <param name="Tray">How each of them stood, by the tray.</param>
/// <param name="Running">By the card box, each index on the days looked at, the whole period last.</param>
internal sealed record Moment(Step? Step, Refusal? Refusal, Positions Positions, int Proposals, ImmutableArray<ProposalState> Tray, Dictionary<Account, NaiveFigure[]> Running)
{
    private static readonly Dictionary<PeriodId, DateOnly[]> DaysOf = Account.Periods.ToDictionary(
        p => p, p => (DateOnly[])[.. Enumerable.Range(0, 20).Select(n => p.FirstDay.AddDays((5 * n) + 4)).TakeWhile(d => d < p.LastDay), p.LastDay]);

    public NaiveFigure this[Account account] => Running[account][^1];

    public IndexFigure Figure(Account a) => new(a.Relationship, a.Dimension, a.Period, this[a].Positive, this[a].Negative, this[a].Developments);

    /// <summary>Every fifth day of a period, and its last.</summary>
    public static DateOnly[] Days(PeriodId period) => DaysOf[period];
}

using System.Collections.Immutable;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.Record;
using Barometer.Domain.RuleSets;
using Barometer.Domain.Tests.Developments;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.Movements.Histories;

/// <summary>Takes the steps of a history through the real decisions into a record, and tells the card box what was accepted.</summary>
internal sealed class Editor(InMemoryRecord record, NaiveModel naive)
{
    private readonly Approver _approver = new(record, naive);

    public void OpenPeriods()
    {
        foreach (var period in Account.Periods)
            record.Append(period, Opening.Decide(new OpenPeriod(period, "ina"), Given.Settings, period: null).ShouldBeAccepted());
    }

    /// <summary>The refusal, or null when the step was accepted; a step that finds nothing to act on does nothing and is null too.</summary>
    public Refusal? Take(Step step) => step.Act switch
    {
        Act.Score or Act.RecordUnscored or Act.ConsiderAndNotScore => Enter(step),
        Act.Close => Close(step),
        Act.Approve or Act.Reject => _approver.Take(step),
        _ => record.Developments.Count == 0 ? null : Revise(step, Chosen(step.Development)),
    };

    private Refusal? Enter(Step step)
    {
        var relationship = Given.Settings.Relationships[step.Relationship];
        var period = Chosen(step);
        var reference = record.NextReference(relationship, period.Issue);
        var told = new Particulars { Title = $"Happening {step.Development}", Date = step.Date };
        return step.Act switch
        {
            Act.Score => Add(new ScoreDevelopment { Relationship = relationship.Key, Period = period.PeriodId, Particulars = told, Points = PointsOf(step, relationship.Key), Actor = "ina", AfterClosing = step.Manner.AfterClosing, Reason = step.Manner.Reason, ReasonKind = step.Manner.Kind },
                c => Scoring.Decide(c, reference, Given.Settings, period), c => c.Points),
            Act.RecordUnscored => Add(new RecordUnscored { Relationship = relationship.Key, Particulars = told, Actor = "ina", AfterClosing = step.Manner.AfterClosing, Reason = step.Manner.Reason, ReasonKind = step.Manner.Kind },
                c => Recording.Decide(c, reference, Given.Settings, period), _ => null),
            _ => Add(new ConsiderAndNotScore { Relationship = relationship.Key, Particulars = told, Actor = "ina", AfterClosing = step.Manner.AfterClosing, Reason = step.Manner.Reason, ReasonKind = step.Manner.Kind },
                c => Recording.Decide(c, reference, Given.Settings, period), _ => null),
        };

        Refusal? Add<TCommand, TEvent>(TCommand command, Func<TCommand, Decision<TEvent>> decide, Func<TCommand, Points?> points)
            where TCommand : RecordDevelopment
            where TEvent : DevelopmentRecorded
        {
            if (!decide(command).Accepted(out var e, out var refusal))
                return refusal;
            if (_approver.IsAsked(command, relationship.Key, [e], period))
            {
                naive.Lay(command, period.PeriodId);
                return null;
            }

            record.Append(relationship.Key, e);
            naive.Add(reference, command, period.PeriodId, points(command));
            return null;
        }
    }

    private Refusal? Revise(Step step, Development d)
    {
        var (period, to) = (record.Periods[d.Filing.Period.Stream], Chosen(step));
        return step.Act switch
        {
            Act.GivePoints => Follow(d.Give(0) with { Points = PointsOf(step, d.Relationship) }, c => Scoring.Decide(c, d, Given.Settings, period)),
            Act.Amend => Follow(d.Amend(PointsOf(step, d.Relationship)), c => Amending.Decide(c, d, Given.Settings, period)),
            Act.Withdraw => Follow(d.Withdraw(), c => Withdrawing.Decide(c, d, period)),
            Act.Reinstate => Follow(d.Reinstate(), c => Reinstating.Decide(c, d, period)),
            Act.Redate => Follow(d.Redate(step.Date), c => Redating.Decide(c, d, period)),
            Act.Refile => Follow(d.Refile(to.PeriodId), c => Refiling.Decide(c, d, period, to)),
            Act.Note => Follow(d.Note($"{step.Other}"), c => Noting.Decide(c, d)),
            Act.Classify => Follow(d.Classify(new() { Theme = $"{step.Other % 2}" }), c => Classifying.Decide(c, d)),
            Act.Describe => Follow(d.Describe($"Happening {step.Other}"), c => Describing.Decide(c, d)),
            _ => Follow(d.Link(Chosen(step.Other)), c => Linking.Decide(c, d, Chosen(step.Other)), linked => linked),
        };

        Refusal? Follow<TCommand, TOutcome>(TCommand command, Func<TCommand, Decision<TOutcome>> decide, Func<TOutcome, IEnumerable<DevelopmentEvent>>? events = null)
            where TCommand : DevelopmentCommand
        {
            command = (TCommand)(command.After(step.Manner.Kind, step.Manner.Reason) with { Revision = Revision(step.Manner.Seen, d) });
            if (!decide(command).Accepted(out var outcome, out var refusal))
                return refusal;
            DevelopmentEvent[] changes = [.. events?.Invoke(outcome) ?? [(DevelopmentEvent)(object)outcome]];
            if (_approver.IsAsked(command, d.Relationship, changes, period, to))
            {
                naive.Lay(command);
                return null;
            }

            foreach (var e in changes)
                record.Append(record.Developments[e.Reference.ToString()].Relationship, e);
            naive.Follow(command);
            return null;
        }
    }

    private Refusal? Close(Step step)
    {
        var period = Chosen(step);
        Development[] filed = [.. record.Developments.Values.Where(d => d.Filing.Period == period.PeriodId)];
        ImmutableArray<ClosingAnswer> answers = step.Manner.AnswersAll ? [.. Question.About(filed, period.PeriodId).Select(q => new ClosingAnswer(q.Key, "kept"))] : [];
        var figures = IndexFigure.Sum(record.Movements).Where(f => f.Period == period.PeriodId);
        if (!Closing.Decide(new ClosePeriod(period.PeriodId, answers, "vera"), period, filed, figures, RuleSet.AsPublished, record.Positions).Accepted(out var closed, out var refusal))
            return refusal;
        record.Append(period.PeriodId, closed);
        return null;
    }

    private Development Chosen(int number) => record.Developments.Values.ElementAt(number % record.Developments.Count);

    private Period Chosen(Step step) => record.Periods[Account.Periods[step.Period].Stream];

    private static int? Revision(Seen seen, Development d) => seen switch { Seen.Unsaid => null, Seen.Current => d.Revision, _ => d.Revision - 1 };

    private static Points PointsOf(Step step, string relationship) =>
        new(Given.Settings.Relationships.Single(r => r.Key == relationship).Dimensions
            .Select((d, i) => i == 0 ? new Score(d.Key, step.Parts.Positive, step.Parts.Negative) : new Score(d.Key, step.Parts.OtherPositive, step.Parts.OtherNegative)));
}

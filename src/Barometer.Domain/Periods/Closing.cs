using System.Collections.Immutable;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Record;
using Barometer.Domain.Replays;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Periods;

/// <summary>Closes a period: fixes its snapshot for ever.</summary>
/// <param name="Period">Which.</param>
/// <param name="Answers">An answer, in a word, to each question that closing raises.</param>
/// <param name="Actor">Who closes it.</param>
public sealed record ClosePeriod(PeriodId Period, ImmutableArray<ClosingAnswer> Answers, string Actor)
{
    /// <summary>The rule set to close under, as <c>name</c> or <c>name@version</c>; null for <c>as-published</c>.</summary>
    public string? Rules { get; init; }
}

/// <summary>A question answered.</summary>
/// <param name="Question">The question's key.</param>
/// <param name="Word">The answer.</param>
public sealed record ClosingAnswer(string Question, string Word);

/// <summary>A figure as a closing fixed it.</summary>
/// <param name="Relationship">Of which relationship.</param>
/// <param name="Dimension">In which dimension.</param>
/// <param name="Positive">Sum of the positive parts, 0 or more.</param>
/// <param name="Negative">Sum of the negative parts, 0 or less.</param>
/// <param name="Developments">How many standing scored developments.</param>
/// <param name="Band">The colour under the rule set; "none" where the value lies in no band; null where the dimension has no scale.</param>
public sealed record SnapshotFigure(string Relationship, string Dimension, int Positive, int Negative, int Developments, string? Band)
{
    /// <summary>What both sums come to.</summary>
    public int Aggregate => Positive + Negative;

    /// <summary>The index that it was.</summary>
    /// <param name="period">The period that was closed.</param>
    public IndexFigure In(PeriodId period) => new(Relationship, Dimension, period, Positive, Negative, Developments);
}

/// <summary>A development as a closing found it.</summary>
/// <param name="Reference">Which.</param>
/// <param name="Revision">Its revision then.</param>
/// <param name="Points">The points that stood; null when none did.</param>
public sealed record SnapshotDevelopment(Reference Reference, int Revision, Points? Points);

/// <summary>A period was closed. This event is the snapshot: whatever is recorded later, it stands.</summary>
/// <param name="Period">Which.</param>
/// <param name="Figures">Every figure.</param>
/// <param name="Developments">Every development filed under the period, with its revision.</param>
/// <param name="RuleSet">Under which rules the figures were read.</param>
/// <param name="Positions">How far the record had come, relationship by relationship.</param>
/// <param name="Answers">What was answered to the questions that the closing raised.</param>
/// <param name="Actor">Who closed it.</param>
public sealed record PeriodClosed(
    PeriodId Period,
    ImmutableArray<SnapshotFigure> Figures,
    ImmutableArray<SnapshotDevelopment> Developments,
    RuleSetPin RuleSet,
    Positions Positions,
    ImmutableArray<ClosingAnswer> Answers,
    string Actor)
{
    /// <summary>The second layer: every index under the rule set, with what its rules add to the figures; null where they add nothing.</summary>
    public ImmutableArray<RuledIndex>? UnderRules { get; init; }
}

/// <summary>The decision to close.</summary>
public static class Closing
{
    /// <summary>Closes an open period when every question is answered. All relationship streams are locked while it is taken.</summary>
    /// <param name="command">What was asked.</param>
    /// <param name="period">The period.</param>
    /// <param name="developments">Every development filed under it.</param>
    /// <param name="figures">Its indices.</param>
    /// <param name="ruleSet">The rule set to pin.</param>
    /// <param name="positions">The last position of every relationship.</param>
    /// <param name="ruled">The indices under the rule set; null where it has no rules.</param>
    public static Decision<PeriodClosed> Decide(
        ClosePeriod command,
        Period period,
        IReadOnlyCollection<Development> developments,
        IEnumerable<IndexFigure> figures,
        RuleSet ruleSet,
        Positions positions,
        RuledIndices? ruled = null)
    {
        if (period.IsClosed)
            return Refusal.Rule($"{command.Period} was closed already, by {period.ClosedBy}; its snapshot stands. Amendments make later vintages.");
        return Unanswered(command, Question.About(developments, command.Period)) is { } refusal
            ? refusal
            : new PeriodClosed(
                command.Period,
                [.. figures.Select(f => new SnapshotFigure(f.Relationship, f.Dimension, f.Positive, f.Negative, f.Developments, Colour(f, ruleSet, ruled)))],
                [.. developments.OrderBy(d => d.Id, StringComparer.Ordinal).Select(d => new SnapshotDevelopment(d.Reference, d.Revision, d.Stands ? d.Points : null))],
                ruleSet.Pin,
                positions,
                command.Answers,
                command.Actor)
            {
                UnderRules = ruled?.Indices,
            };
    }

    // A colour is that of the index as the rules have it.
    private static string? Colour(IndexFigure figure, RuleSet ruleSet, RuledIndices? ruled) => ruleSet.Colour(
        figure.Dimension,
        ruled is null ? FixedPoint.Of(figure.Aggregate) : ruled.Indices.FirstOrDefault(i => (i.Relationship, i.Dimension) == (figure.Relationship, figure.Dimension))?.Aggregate ?? FixedPoint.Zero);

    private static Refusal? Unanswered(ClosePeriod command, ImmutableArray<Question> questions)
    {
        if (command.Answers.FirstOrDefault(a => questions.All(q => q.Key != a.Question)) is { } stray)
            return Refusal.Usage($"'{stray.Question}' is no question that closing {command.Period} raises{(questions.IsEmpty ? "" : $"; they are {string.Join(", ", questions.Select(q => q.Key))}")}.");
        if (command.Answers.GroupBy(a => a.Question).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
            return Refusal.Usage($"'{twice.Key}' is answered twice; answer each question once.");
        Question[] open = [.. questions.Where(q => !command.Answers.Any(a => a.Question == q.Key && !string.IsNullOrWhiteSpace(a.Word)))];
        return open is []
            ? null
            : Refusal.Rule($"{command.Period} raises {open.Length} unanswered question{(open.Length == 1 ? "" : "s")}; answer each in a word:{string.Concat(open.Select(q => $"\n  {q.Text}"))}")
                .Until(RemedyKind.Answer, open.Select(q => q.Key));
    }
}

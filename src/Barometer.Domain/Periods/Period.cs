using System.Collections.Immutable;
using Barometer.Domain.Developments;
using Barometer.Domain.Record;

namespace Barometer.Domain.Periods;

/// <summary>A reporting window as the record has it now: open or closed, and what was printed of it.</summary>
public sealed record Period
{
    /// <summary>The name of its stream, under which it is stored too.</summary>
    public required string Id { get; init; }

    /// <summary>Which window.</summary>
    public required PeriodId PeriodId { get; init; }

    /// <summary>The number of the issue for it.</summary>
    public required int Issue { get; init; }

    /// <summary>Who closed it; null while it is open.</summary>
    public string? ClosedBy { get; init; }

    /// <summary>The figures in print, the latest of each.</summary>
    public ImmutableArray<PrintedFigure> Printed { get; init; } = [];

    /// <summary>The texts recorded as printed, as <see cref="TextRecorded.Key"/> names them.</summary>
    public ImmutableArray<string> Texts { get; init; } = [];

    /// <summary>True once its snapshot is fixed.</summary>
    public bool IsClosed => ClosedBy is not null;

    /// <summary>The period after one more event. Pure.</summary>
    public static Period Fold(Period? state, object e) => e switch
    {
        PeriodOpened opened => new Period { Id = opened.Period.Stream, PeriodId = opened.Period, Issue = opened.Issue },
        PeriodClosed closed => state! with { ClosedBy = closed.Actor },
        FiguresPrinted printed => state! with { Printed = [.. state.Printed.Where(f => !printed.Figures.Any(f.IsSameFigureAs)), .. printed.Figures] },
        TextRecorded text => state! with { Texts = state.Texts.Add(text.Key) },
        _ => throw new InvalidOperationException($"{e.GetType().Name} is not known to {nameof(Period)}."),
    };

    /// <summary>Refuses a change of what counts in a closed period unless it says why, and of what kind the reason is.</summary>
    public Refusal? Refuses(DevelopmentCommand command) => RefusesWithoutReason(command.ReasonKind, command.Reason);

    /// <summary>Refuses a new development in a closed period unless it says so, and why.</summary>
    public Refusal? Refuses(RecordDevelopment command) =>
        IsClosed && !command.AfterClosing
            ? Refusal.Rule($"{PeriodId} was closed by {ClosedBy}; to record into a closed period, say that you know, and why.").Until(RemedyKind.RecordAfterClosing)
            : RefusesWithoutReason(command.ReasonKind, command.Reason);

    private Refusal? RefusesWithoutReason(ReasonKind? kind, string? reason) =>
        IsClosed && (kind is null || string.IsNullOrWhiteSpace(reason))
            ? Refusal.Rule($"{PeriodId} was closed by {ClosedBy}; a change now names its reason and of what kind that is (error, new information, reattribution or method). The snapshot stands.")
                .Until(RemedyKind.GiveReasonAndKind)
            : null;
}

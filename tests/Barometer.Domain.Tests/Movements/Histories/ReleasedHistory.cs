using System.Collections.Immutable;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Tests.Movements.Histories;

/// <summary>The releases of a history: its closings, and a corrected issue after every third moment that follows one.</summary>
internal sealed class ReleasedHistory
{
    private readonly History _history;

    public ReleasedHistory(History history)
    {
        _history = history;
        var releases = new List<(Release Release, Moment Moment)>();
        foreach (var (place, moment) in history.Moments.Index())
        {
            if (moment is { Step.Act: Act.Close, Refusal: null })
                releases.Add((Make(moment, 2 * place, Account.Periods[moment.Step.Period], name: null), moment));
            if (releases.Count > 0 && place % 3 == 0)
                releases.Add((Make(moment, (2 * place) + 1, closes: null, $"corrected-{place}"), moment));
        }

        Releases = [.. releases.Select(r => r.Release)];
        Moments = [.. releases.Select(r => r.Moment)];
        Vintages = [.. Releases.Select(r => Vintage.At(r, Releases, IndexFigure.Sum(history.Record.UpTo(r.Positions))))];
    }

    /// <summary>In order.</summary>
    public ImmutableArray<Release> Releases { get; }

    /// <summary>When each was made.</summary>
    public ImmutableArray<Moment> Moments { get; }

    /// <summary>What went out at each.</summary>
    public ImmutableArray<Vintage> Vintages { get; }

    /// <summary>What stands at the end.</summary>
    public Vintage Latest() => Vintage.At(_history.Record.Positions, Releases, IndexFigure.Sum(_history.Record.Movements));

    private static Release Make(Moment moment, int sequence, PeriodId? closes, string? name) => new(
        name ?? Release.OfClosing(closes!.Value), sequence, DateTimeOffset.FromUnixTimeSeconds(sequence), moment.Positions, RuleSet.AsPublished, closes, "vera", Reason: null);
}

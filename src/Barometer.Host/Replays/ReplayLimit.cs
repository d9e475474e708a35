using System.Globalization;
using Barometer.Domain.Replays.Sensitivity;

namespace Barometer.Host.Replays;

/// <summary>How much is computed over HTTP, where others wait for the processor. At the command line nobody else waits, and whoever does may stop it.</summary>
internal static class ReplayLimit
{
    /// <summary>Under rules that take longest, about a minute of one processor.</summary>
    public const long MostRowEvaluations = 150_000_000;

    private const int MostDevelopments = 10_000;

    /// <summary>What refuses going down to too many developments; null where they are few enough.</summary>
    public static Refusal? Refused(int developments) => developments <= MostDevelopments ? null : Refusal.Rule(string.Create(
        CultureInfo.InvariantCulture,
        $"The answer would go down to {developments:N0} scores, and at most {MostDevelopments:N0} are told over HTTP. Leave developments out, or ask for one relationship or fewer periods."))
        .Until(RemedyKind.ReadLess, MostDevelopments);

    /// <summary>What refuses a cost that is too high; null for one that is not.</summary>
    public static Refusal? Refused(Int128 cost) => cost <= MostRowEvaluations ? null : Refusal.Rule(string.Create(
        CultureInfo.InvariantCulture,
        $"It would take {cost:N0} row evaluations, and at most {MostRowEvaluations:N0} are made over HTTP: the rows of the periods asked for, and {Cost.RowsOfAnIndex} for each of their indices, times how often they are computed. Ask for fewer draws, fewer periods or, where developments are left out, for one relationship; the command line computes all of it."))
        .Until(RemedyKind.ReplayLess, MostRowEvaluations);
}

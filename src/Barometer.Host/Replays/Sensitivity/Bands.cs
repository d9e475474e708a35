using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.People;
using Barometer.Domain.Replays;
using Barometer.Domain.Replays.Sensitivity;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Microsoft.AspNetCore.RateLimiting;
using Spectre.Console;
using Wolverine.Http;

namespace Barometer.Host.Replays.Sensitivity;

/// <summary>The doors of the distance to a band, and of the smallest amendment that changes one.</summary>
public static class Bands
{
    private static readonly Argument<string> Relationship = new("relationship") { Description = "Whose index, e.g. security." };
    private static readonly Option<string?> Dimension = new("--dimension") { Description = "Which dimension; by default the one that has bands." };

    /// <summary>How far each index is from another band, upwards and downwards.</summary>
    [WolverinePost("/v1/barometers/{barometer}/band-distances", OperationId = "bandDistances"), Needs(Right.Replay), Asks, EnableRateLimiting(Limits.Computing)]
    public static Task<Answer<AnsweredBandDistances>> PostDistances(ReplayWanted said, HttpDoor door) =>
        Analysis.Answer(door, said, a => Cost.OfIndices(a.Rules, a.Columns, a.Question.From, a.Question.To, evaluations: 1), a => Distances(said.Relationship, a));

    /// <summary>The least change of points on one development that brings an index into another band, or that there is none.</summary>
    [WolverinePost("/v1/barometers/{barometer}/smallest-amendments/{relationship}", OperationId = "smallestAmendment"), Needs(Right.Replay), Asks, EnableRateLimiting(Limits.Computing)]
    public static Task<Answer<SmallestAmendment>> PostSmallest(ReplayWanted said, string relationship, string? dimension, HttpDoor door) =>
        Analysis.Answer(door, said, a => Cost.OfSmallestAmendment(a.Rules, a.Columns, relationship, a.Question.To), a => Smallest(relationship, dimension, a, progress: null, door.Cancellation));

    internal static Command DistanceVerb() => Verb.Of(
        "band-distance",
        "How far each index is from another band, upwards and downwards; being in none counts as a band.",
        [.. Analysis.Options, Replaying.Relationship],
        (door, cancellation) => Analysis.Answer(door, _ => null, (a, _) => Distances(door.Get(Replaying.Relationship), a).Then(answer => answer.Distances), cancellation),
        Show);

    internal static Command SmallestAmendmentVerb() => Verb.Of(
        "smallest-amendment",
        "The least change of points on one development that brings an index into another band, by computing it again; or that there is none, and how many developments it takes.",
        [Relationship, Replaying.Rules, Dimension, SharedOptions.Period, SharedOptions.AsOf],
        (door, cancellation) => Analysis.Answer(door, _ => null, (a, progress) => Smallest(door.Get(Relationship)!, door.Get(Dimension), a, progress, cancellation), cancellation),
        Show);

    private static Decision<AnsweredBandDistances> Distances(string? only, Analysis a)
    {
        if (a.Rules.Bands.IsEmpty)
            return Refusal.Rule($"{a.Rules.Pin} has no bands; a rule set states them under 'bands' (rules show {RuleSet.AsPublished.Name} tells some).");
        return RuledIndices.Of(a.Rules, a.Columns, a.Question.From, a.Question.To).Accepted(out var figures, out var refusal)
            ? BandDistance.Of(a.Rules, figures with { Indices = [.. figures.Indices.Where(i => Analysis.Shows(only, i.Relationship))] })
                .Then(distances => new AnsweredBandDistances(a.Rules.Pin, a.Question.Positions, a.Question.From, a.Question.To, [.. distances.Select(d => AnsweredBandDistance.Of(d, a.Rules.Pin, a.Question.Positions))]))
            : refusal;
    }

    private static Decision<SmallestAmendment> Smallest(string named, string? asked, Analysis a, IProgress<int>? progress, CancellationToken cancellation)
    {
        if (!a.Columns.Settings.Find(named).About("relationship").Accepted(out var relationship, out var refusal))
            return refusal;
        if ((asked ?? Scaled(relationship, a.Rules)) is not { } dimension)
            return Refusal.Rule($"{a.Rules.Pin} has no bands for {relationship.Key}, which is counted in {string.Join(" and ", relationship.Dimensions.Select(d => d.Key))}; a rule set states them under 'bands'.");
        if (relationship.Dimension(dimension) is null)
            return Refusal.NotFound($"{relationship.Key} is not counted in '{dimension}', but in {string.Join(" and ", relationship.Dimensions.Select(d => d.Key))}.").About("dimension");
        return SmallestAmendment.Of(a.Rules, a.Columns, relationship.Key, dimension, a.Question.To, progress, cancellation);
    }

    private static string? Scaled(Relationship relationship, RuleSet rules) => relationship.Dimensions.Select(d => d.Key).FirstOrDefault(d => rules.Scale(d) is not null);

    private static void Show(Door door, ImmutableArray<AnsweredBandDistance> distances)
    {
        var table = Shown.Table("index", "period", ">value", "band", ">up by", "to", ">down by", "to");
        foreach (var d in Most.Of(distances, Nearness))
        {
            table.AddRow(
                Shown.Index(d.Relationship, d.Dimension), d.Period.ToString(), Shown.Coloured(d.Value), d.Band.EscapeMarkup(),
                d.Up is { } up ? Shown.Coloured(up.Change) : "", d.Up?.Band.EscapeMarkup() ?? "", d.Down is { } down ? Shown.Coloured(down.Change) : "", d.Down?.Band.EscapeMarkup() ?? "");
        }

        if (distances.IsEmpty)
        {
            door.Out.WriteLine("No index that is asked for is in a dimension that has bands.");
            return;
        }

        door.Out.WriteWhole(table);
        Most.Told(door, distances.Length, "nearest to another band");
    }

    private static FixedPoint? Nearness(AnsweredBandDistance d) => -new[] { d.Up?.Change.Abs(), d.Down?.Change.Abs() }.Min();

    private static void Show(Door door, SmallestAmendment answer)
    {
        door.Out.MarkupLineInterpolated($"[bold]{Shown.Index(answer.Relationship, answer.Dimension)} {answer.Period}[/] is {Shown.Signed(answer.Value)}, {answer.Band}, under {answer.RuleSet} [dim]{Shown.AsOf(answer.Positions)}[/]");
        if (answer.Size is { } size)
        {
            door.Out.MarkupLineInterpolated($"The smallest amendment that changes the band moves {Shown.Count(size, "point")}; {(answer.Amendments.Length == 1 ? "one does it" : $"{answer.Amendments.Length} do it")}:");
            var table = Shown.Table("development", ">from", "", ">to", ">index", "band");
            foreach (var a in answer.Amendments)
                table.AddRow(a.Amended.Reference.ToString(), a.Amended.From.Points, "→", a.Amended.To.Points, Shown.Signed(a.Value), a.Band.EscapeMarkup());
            door.Out.WriteWhole(table);
            return;
        }

        door.Out.WriteLine("None exists: no amendment of one development changes the band.");
        if (answer.Least is { } least)
            Show(door, least);
    }

    private static void Show(Door door, LeastDevelopments least)
    {
        door.Out.MarkupLineInterpolated($"{(least.Number is { } number ? $"It takes {Shown.Count(number, "development")}" : "No number of developments was found that does")}{(least.IsProven ? "" : ", or perhaps fewer")} [dim]({least.How})[/]{(least.Band is { } band ? $": {Shown.Signed(least.Value!.Value)}, {band}" : "")}");
        foreach (var amended in least.Example)
            door.Out.MarkupLineInterpolated($"  {amended.Reference}: {amended.From.Points} → {amended.To.Points}");
    }
}

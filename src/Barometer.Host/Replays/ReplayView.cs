using System.Collections.Immutable;
using System.Globalization;
using Barometer.Domain.Movements;
using Barometer.Domain.Replays.Comparing;
using Spectre.Console;

namespace Barometer.Host.Replays;

/// <summary>How a person sees a replay: a line for each index, what its difference is made of, and what could not be coded.</summary>
internal static class ReplayView
{
    public static void Show(Door door, ImmutableArray<AnsweredReplay> answer)
    {
        if (answer is not [var first, ..])
        {
            door.Out.MarkupLineInterpolated($"Nothing counts in these periods{(door.Get(SharedOptions.AsOf) is { } moment ? $" as of {moment}, which asks when it was recorded, not when it happened" : "")}.");
            return;
        }

        door.Out.MarkupLineInterpolated($"[bold]{door.Barometer} under {first.RuleSet}[/] [dim]beside {answer.FirstOrDefault(i => i.ComparedWith is not null)?.ComparedWith ?? "nothing"}; saved as {first.Replay}[/]");
        if (answer.Where(i => i.Relationship is not null).ToArray() is [_, ..] indices)
            Indices(door, indices);
        foreach (var composite in answer.Where(i => i.Composite is not null))
            ReplayedComposite.Show(door, composite);
        var positions = Positions.Of(answer.Where(i => i.Relationship is not null).DistinctBy(i => i.Relationship).Select(i => KeyValuePair.Create(i.Relationship!, (long)i.AsOf)));
        door.Out.MarkupLineInterpolated($"[dim]rules {first.Digest[..12]}, {Shown.AsOf(positions)}[/]");
    }

    private static void Indices(Door door, AnsweredReplay[] indices)
    {
        var shown = Most.Of(indices, i => (i.Difference ?? i.Value!.Value).Abs());
        Values(door, shown);
        Most.Told(door, indices.Length, indices.Any(i => i.Difference is not null) ? "that differ most" : "furthest from 0");
        if (shown.Length == indices.Length)
            Lines(door, shown);
        FiledOutside(door, indices);
        NotCoded(door, indices);
    }

    private static void Values(Door door, ImmutableArray<AnsweredReplay> indices)
    {
        var table = Shown.Table("index", "period", ">value", ">rank", "band", ">developments", $">{indices[0].ComparedWith}", ">rank", "band", ">difference");
        foreach (var i in indices)
        {
            table.AddRow(
                Shown.Index(i.Relationship!, i.Dimension!), i.Period.ToString(), $"[bold]{Shown.Coloured(i.Value!.Value)}[/]", Place(i.Rank), (i.Band ?? "").EscapeMarkup(),
                i.Developments!.Value.ToString(CultureInfo.InvariantCulture), i.Against is { } against ? Shown.Coloured(against) : "", Place(i.AgainstRank),
                $"{(i.AgainstBand != i.Band && i.AgainstBand is not null ? "[yellow]" : "[default]")}{(i.AgainstBand ?? "").EscapeMarkup()}[/]",
                i.Difference is { } difference ? Shown.Coloured(difference) : "");
        }

        door.Out.WriteWhole(table);
        if (indices.FirstOrDefault(i => i.Band is null && i.AgainstBand is not null) is { } colourless)
            door.Out.MarkupLineInterpolated($"[dim]{colourless.RuleSet} states no bands for {colourless.Dimension}.[/]");
    }

    private static void Lines(Door door, ImmutableArray<AnsweredReplay> indices)
    {
        var lines = indices.SelectMany(i => i.Lines!.Value.Select(l => (Index: i, Line: l))).ToArray();
        if (lines is [])
            return;
        var steps = lines.Select(l => l.Line.Step).Distinct().Order().Select(Said);
        door.Out.MarkupLineInterpolated($"[dim]What the differences are made of, in this order: {string.Join("; ", steps)}.[/]");
        var table = Shown.Table("index", "period", "step", "rule", ">value", ">developments");
        foreach (var (index, line) in lines)
        {
            table.AddRow(
                Shown.Index(index.Relationship!, index.Dimension!), index.Period.ToString(), Word.Of(line.Step), $"{line.Rule ?? line.What}{(line.Rule is not null && line.What is not "rule" ? $" ({line.What})" : "")}".EscapeMarkup(),
                Shown.Coloured(line.Value), line.Developments > 0 ? line.Developments.ToString(CultureInfo.InvariantCulture) : "");
            foreach (var posting in line.At ?? [])
                table.AddRow("", "", "", $"  {posting.Reference}", Shown.Coloured(posting.Value), "");
        }

        door.Out.WriteWhole(table);
    }

    private static string Said(DifferenceStep step) => step switch
    {
        DifferenceStep.Print => "print, from what was printed to what is recorded",
        DifferenceStep.Data => "data, what was recorded since",
        DifferenceStep.Without => "without the rules compared with, the last first",
        _ => "with the rules of the replay, in their order",
    };

    private static void FiledOutside(Door door, AnsweredReplay[] indices)
    {
        const int most = 8;
        var outside = indices.SelectMany(i => (i.FiledOutside ?? []).Select(f => $"{i.Relationship} {i.Period} to {f.Period} {Shown.Signed(f.Value)} ({Shown.Count((int)f.Developments, "development")})")).ToArray();
        if (outside is not [])
            door.Out.MarkupLineInterpolated($"[yellow]Some counts in periods that were not asked for (--from, --to), where rules file it:[/] {string.Join(", ", outside.Take(most))}{(outside.Length > most ? ", …" : "")}");
    }

    private static void NotCoded(Door door, AnsweredReplay[] indices)
    {
        const int most = 8;
        var named = (from index in indices from n in index.NotCoded ?? [] group n.Developments by n.What into g orderby g.Sum() descending select (What: g.Key, Developments: g.Sum())).ToArray();
        if (named is [])
            return;
        var of = indices.Where(i => i.NotCoded is not null).GroupBy(i => i.Relationship).Select(r => $"{r.Key} {r.Sum(i => i.NotCoded!.Value.Sum(n => n.Developments))}").ToArray();
        door.Out.MarkupLineInterpolated(
            $"[yellow]{Shown.Count((int)named.Sum(n => n.Developments), "development")} cannot be coded under {indices[0].RuleSet}, and count nowhere:[/] {string.Join(", ", named.Take(most).Select(n => $"{n.What} × {n.Developments}"))}{(named.Length > most ? ", …" : "")} ({string.Join(", ", of.Take(most))}{(of.Length > most ? ", …" : "")})");
    }

    private static string Place(int? rank) => rank?.ToString(CultureInfo.InvariantCulture) ?? "";
}

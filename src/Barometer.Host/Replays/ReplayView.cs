using System.Collections.Immutable;
using System.Globalization;
using Barometer.Domain.Replays;
using Spectre.Console;

namespace Barometer.Host.Replays;

/// <summary>How a person sees a replay: a line for each index, what its difference is made of, and what could not be coded.</summary>
internal static class ReplayView
{
    public static void Show(Door door, ImmutableArray<AnsweredReplay> answer)
    {
        if (answer is not [var first, ..])
        {
            door.Out.WriteLine("Nothing counts in these periods.");
            return;
        }

        door.Out.MarkupLineInterpolated($"[bold]{door.Barometer} under {first.RuleSet}[/] [dim]beside {first.ComparedWith ?? "nothing"}; saved as {first.Replay}[/]");
        foreach (var period in answer.Where(i => i.Relationship is not null).GroupBy(i => i.Period))
        {
            door.Out.MarkupLineInterpolated($"[bold]{period.Key}[/]");
            Indices(door, [.. period]);
            Lines(door, [.. period]);
            NotCoded(door, period);
        }

        foreach (var composite in answer.Where(i => i.Composite is not null))
            door.Out.MarkupLineInterpolated($"composite {composite.Composite} {composite.Period}: [bold]{(composite.Value is { } value ? Shown.Signed(value) : $"none, for {composite.Why}")}[/]");
        var positions = string.Join(',', answer.Where(i => i.Relationship is not null).Select(i => $"{i.Relationship}:{i.AsOf}").Distinct());
        door.Out.MarkupLineInterpolated($"[dim]rules {first.Digest[..12]}, as of {positions}[/]");
    }

    private static void Indices(Door door, AnsweredReplay[] indices)
    {
        var table = Shown.Table("index", ">value", ">rank", "band", ">developments", $">{indices[0].ComparedWith}", ">rank", "band", ">difference");
        foreach (var i in indices)
        {
            table.AddRow(
                Shown.Index(i.Relationship!, i.Dimension!), $"[bold]{Shown.Coloured(i.Value!.Value)}[/]", Place(i.Rank), (i.Band ?? "").EscapeMarkup(),
                i.Developments!.Value.ToString(CultureInfo.InvariantCulture), i.Against is { } against ? Shown.Coloured(against) : "", Place(i.AgainstRank),
                $"{(i.AgainstBand != i.Band && i.AgainstBand is not null ? "[yellow]" : "[default]")}{(i.AgainstBand ?? "").EscapeMarkup()}[/]",
                i.Difference is { } difference ? Shown.Coloured(difference) : "");
        }

        door.Out.WriteWhole(table);
    }

    private static void Lines(Door door, AnsweredReplay[] indices)
    {
        if (indices.All(i => i.Lines is not { IsEmpty: false }))
            return;
        door.Out.MarkupLine("[dim]What the differences are made of: print, then data, then without the rules compared with (the last first), then with the rules of the replay (in their order).[/]");
        var table = Shown.Table("index", "step", "rule", ">value", ">developments");
        foreach (var (index, line) in indices.SelectMany(i => i.Lines!.Value.Select(l => (i, l))))
        {
            table.AddRow(
                Shown.Index(index.Relationship!, index.Dimension!), Word.Of(line.Step), $"{line.Rule ?? line.What}{(line.Rule is not null && line.What is not "rule" ? $" ({line.What})" : "")}".EscapeMarkup(),
                Shown.Coloured(line.Value), line.Developments > 0 ? line.Developments.ToString(CultureInfo.InvariantCulture) : "");
            foreach (var posting in index.Postings?.Where(p => line.Step == DifferenceStep.With && p.Rule == line.Rule) ?? [])
                table.AddRow("", "", $"  {posting.Reference}", Shown.Coloured(posting.Value), "");
        }

        door.Out.WriteWhole(table);
    }

    private static void NotCoded(Door door, IEnumerable<AnsweredReplay> period)
    {
        const int most = 8;
        foreach (var index in period.Where(i => i.NotCoded is not null))
        {
            var named = string.Join(", ", index.NotCoded!.Value.OrderByDescending(n => n.Developments).Take(most).Select(n => $"{n.What} × {n.Developments}"));
            var rest = index.NotCoded.Value.Length > most ? ", …" : "";
            door.Out.MarkupLineInterpolated($"[yellow]{index.Relationship}: {index.NotCoded.Value.Sum(n => n.Developments)} developments cannot be coded under {index.RuleSet}, and count nowhere:[/] {named}{rest}");
        }
    }

    private static string Place(int? rank) => rank?.ToString(CultureInfo.InvariantCulture) ?? "";
}

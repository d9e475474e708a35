using System.Collections.Immutable;
using System.Globalization;
using Barometer.Domain.Movements;
using Spectre.Console;

namespace Barometer.Host.Movements;

/// <summary>How a person sees indices: a table a period, and each running index as a line of blocks.</summary>
internal static class IndexView
{
    public static void Show(Door door, ImmutableArray<AnsweredIndex> indices)
    {
        foreach (var period in indices.GroupBy(i => i.Period))
        {
            door.Out.MarkupLineInterpolated($"[bold]{door.Barometer} {period.Key}[/]");
            var table = Shown.Table("index", ">positive", ">negative", ">aggregate", ">developments", "band", "by day");
            foreach (var i in period)
            {
                table.AddRow(
                    Shown.Index(i.Relationship, i.Dimension), Shown.Coloured(i.Positive), Shown.Coloured(i.Negative), $"[bold]{Shown.Coloured(i.Aggregate)}[/]",
                    i.Developments.ToString(CultureInfo.InvariantCulture), i.Band ?? "", Shown.Sparkline([.. (i.Running ?? []).Select(r => r.Aggregate)]));
            }

            door.Out.WriteWhole(table);
            foreach (var i in period.Where(i => i.BandMeaning is not null))
                door.Out.MarkupLineInterpolated($"{Shown.Index(i.Relationship, i.Dimension)} is {i.Band}: {i.BandMeaning}");
            if (door.Get(Indexing.Running))
                Days(door, period);
            var positions = Positions.Of(period.DistinctBy(i => i.Relationship).Where(i => i.AsOf > 0).Select(i => KeyValuePair.Create(i.Relationship, i.AsOf)));
            door.Out.MarkupLineInterpolated($"[dim]{period.First().RuleSet}, {Shown.AsOf(positions)}[/]");
        }

        if (indices.IsEmpty)
            door.Out.WriteLine("Nothing has moved an index yet; those of an open period are zeros (--period 2019-11/2019-12).");
    }

    private static void Days(Door door, IEnumerable<AnsweredIndex> indices)
    {
        var table = Shown.Table("index", "day", ">positive", ">negative", ">aggregate", ">developments");
        foreach (var index in indices)
        {
            foreach (var day in index.Running ?? [])
            {
                table.AddRow(
                    Shown.Index(index.Relationship, index.Dimension), day.Day.ToString("O", CultureInfo.InvariantCulture), Shown.Coloured(day.Positive),
                    Shown.Coloured(day.Negative), Shown.Coloured(day.Aggregate), day.Developments.ToString(CultureInfo.InvariantCulture));
            }
        }

        door.Out.WriteWhole(table);
    }
}

using System.Globalization;
using System.Text.Json;
using Barometer.Domain.Developments;
using Spectre.Console;

namespace Barometer.Host.Developments;

/// <summary>How a person sees the history of a development.</summary>
internal static class HistoryView
{
    public static void Show(Door door, AnsweredHistory history)
    {
        var d = history.Development;
        door.Out.MarkupLineInterpolated($"[bold]{d.Reference}[/] {d.Particulars.Title}");
        door.Out.MarkupLineInterpolated($"[dim]{d.Relationship}, {d.Particulars.Date.Printed}, filed under {d.Filing.Period}; {Standing(d)}[/]");
        var table = Shown.Table(">revision", "recorded", "what", "who", "why", "position");
        foreach (var r in history.Revisions)
        {
            table.AddRow(
                r.Revision.ToString(CultureInfo.InvariantCulture),
                Shown.Moment(r.RecordedAt),
                What(r).EscapeMarkup(),
                Shown.Actor(r.Actor, r.ApprovedBy).EscapeMarkup(),
                $"{(r.ReasonKind is null ? "" : $"{r.ReasonKind}: ")}{r.Reason}".EscapeMarkup(),
                $"{d.Relationship}:{r.Position.ToString(CultureInfo.InvariantCulture)}");
        }

        door.Out.WriteWhole(table);
    }

    private static string Standing(Development d) => d switch
    {
        { Withdrawn: true } => $"withdrawn{(d.Points is { } points ? $" (it had {points})" : "")}",
        { Points: { } points } => $"stands at {points}",
        { NotScoredBecause: { } because } => $"not scored: {because}",
        _ => "unscored",
    };

    private static string What(AnsweredRevision r) => r.Event switch
    {
        "development_scored" or "points_given" => $"scored {Points(r.Data, "points")}",
        "points_amended" => $"amended {Points(r.Data, "from")} → {Points(r.Data, "to")}",
        "development_redated" => $"redated {r.Data.GetProperty("from").GetProperty("printed").GetString()} → {r.Data.GetProperty("to").GetProperty("printed").GetString()}",
        "development_refiled" => $"refiled {r.Data.GetProperty("from").GetProperty("period").GetString()} → {r.Data.GetProperty("to").GetProperty("period").GetString()}",
        "development_noted" => $"noted: {r.Data.GetProperty("note").GetString()}",
        "same_happening_linked" => $"linked as the same happening as {r.Data.GetProperty("with").GetString()}",
        "development_described" => $"described as {r.Data.GetProperty("title").GetString()}{string.Concat(r.Data.GetProperty("sources").EnumerateArray().Select(s => $", {s.GetString()}"))}",
        "development_reclassified" => $"reclassified: {string.Join(", ", Reclassified(r.Data.GetProperty("from"), r.Data.GetProperty("to")))}",
        _ => r.Event["development_".Length..].Replace('_', ' '),
    };

    private static IEnumerable<string> Reclassified(JsonElement from, JsonElement to) =>
        from.EnumerateObject().Concat(to.EnumerateObject()).Select(m => m.Name).Distinct()
            .Select(name => (Name: name, From: Raw(from, name), To: Raw(to, name)))
            .Where(c => c.From != c.To)
            .Select(c => $"{c.Name} {c.From} → {c.To}");

    private static string Raw(JsonElement data, string member) => data.TryGetProperty(member, out var value) ? value.GetRawText().Trim('"') : "—";

    private static string Points(JsonElement data, string member) => data.GetProperty(member).Deserialize<Points>(RecordJson.Options)!.ToString();
}

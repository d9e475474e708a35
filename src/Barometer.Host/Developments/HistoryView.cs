using System.Globalization;
using System.Text.Json;
using Barometer.Domain.Developments;
using Spectre.Console;

namespace Barometer.Host.Developments;

/// <summary>How a person sees the history of a development.</summary>
internal static class HistoryView
{
    // Of the others their name says all.
    private static readonly Dictionary<string, Func<JsonElement, string>> Said = new Dictionary<Type, Func<JsonElement, string>>
    {
        [typeof(DevelopmentScored)] = e => $"scored {Points(e, "points")}",
        [typeof(PointsGiven)] = e => $"scored {Points(e, "points")}",
        [typeof(PointsAmended)] = e => $"amended {Points(e, "from")} → {Points(e, "to")}",
        [typeof(DevelopmentRedated)] = e => $"redated {e.GetProperty("from").GetProperty("printed").GetString()} → {e.GetProperty("to").GetProperty("printed").GetString()}",
        [typeof(DevelopmentRefiled)] = e => $"refiled {e.GetProperty("from").GetProperty("period").GetString()} → {e.GetProperty("to").GetProperty("period").GetString()}",
        [typeof(DevelopmentNoted)] = e => $"noted: {e.GetProperty("note").GetString()}",
        [typeof(SameHappeningLinked)] = e => $"linked as the same happening as {e.GetProperty("with").GetString()}",
        [typeof(DevelopmentDescribed)] = e => $"described as {e.GetProperty("title").GetString()}{string.Concat(e.GetProperty("sources").EnumerateArray().Select(s => $", {s.GetString()}"))}",
        [typeof(DevelopmentReclassified)] = e => $"reclassified: {string.Join(", ", Reclassified(e.GetProperty("from"), e.GetProperty("to")))}",
    }.ToDictionary(s => Contracts.Names[s.Key], s => s.Value);

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

    private static string What(AnsweredRevision r) => Said.TryGetValue(r.Event, out var said) ? said(r.Data) : r.Event.Replace('_', ' ');

    private static IEnumerable<string> Reclassified(JsonElement from, JsonElement to) =>
        from.EnumerateObject().Concat(to.EnumerateObject()).Select(m => m.Name).Distinct()
            .Select(name => (Name: name, From: Raw(from, name), To: Raw(to, name)))
            .Where(c => c.From != c.To)
            .Select(c => $"{c.Name} {c.From} → {c.To}");

    private static string Raw(JsonElement data, string member) => data.TryGetProperty(member, out var value) ? value.GetRawText().Trim('"') : "—";

    private static string Points(JsonElement data, string member) => data.GetProperty(member).Deserialize<Points>(RecordJson.Options)!.ToString();
}

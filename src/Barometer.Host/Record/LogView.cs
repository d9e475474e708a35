using System.Collections.Immutable;
using System.Globalization;
using Spectre.Console;

namespace Barometer.Host.Record;

/// <summary>How a person sees the log.</summary>
internal static class LogView
{
    public static void Show(Door door, ImmutableArray<LogEntry> entries)
    {
        var table = Shown.Table(">sequence", "recorded", "stream", ">position", "event", "reference", "actor", "reason");
        foreach (var e in entries)
        {
            var reference = e.Data.TryGetProperty("reference", out var said) ? said.GetString()! : "";
            table.AddRow(
                e.Sequence.ToString(CultureInfo.InvariantCulture), Shown.Moment(e.RecordedAt), e.Stream.EscapeMarkup(), e.Position.ToString(CultureInfo.InvariantCulture),
                e.Event.Replace('_', ' '), reference, (e.Actor ?? "").EscapeMarkup(), (e.Reason ?? "").EscapeMarkup());
        }

        door.Out.WriteWhole(table);
    }
}

using Barometer.Domain.Movements;
using Spectre.Console;

namespace Barometer.Host.Movements;

/// <summary>How a person sees an explanation: a waterfall from one figure to the other, movement by movement.</summary>
internal static class ExplanationView
{
    private const int Width = 30;

    public static void Show(Door door, AnsweredExplanation answer)
    {
        door.Out.MarkupLineInterpolated($"[bold]{door.Barometer} {answer.Period}[/] [dim]from {(answer.FromSnapshot ? "the snapshot at " : "")}{answer.From} to {answer.To}[/]");
        foreach (var explanation in answer.Explanations)
            Show(door, explanation);
        if (answer.Explanations.IsEmpty)
            door.Out.WriteLine("Nothing moved between the two.");
    }

    private static void Show(Door door, Explanation e)
    {
        var table = Shown.Table("", ">change", ">index", "", "who and why");
        var scale = new Scale(e);
        var reached = e.From.Aggregate;
        table.AddRow($"[bold]{Shown.Index(e.From.Relationship, e.From.Dimension)}[/]", "", $"[bold]{Shown.Signed(reached)}[/]", scale.Bar(0, reached, "blue"), "");
        foreach (var cause in e.Causes)
        {
            table.AddRow(
                $"[dim]{Word.Of(cause.Cause)}[/]", Shown.Coloured(cause.Aggregate), "", "",
                $"[dim]{Shown.Count(cause.Movements.Length, "movement")}: {Shown.Signed(cause.Positive)} / {Shown.Signed(cause.Negative)}[/]");
            foreach (var m in cause.Movements)
            {
                table.AddRow(
                    $"  {m.Reference} r{m.Revision}", Shown.Coloured(m.Aggregate), Shown.Signed(reached + m.Aggregate),
                    scale.Bar(reached, reached + m.Aggregate, m.Aggregate < 0 ? "red" : "green"),
                    $"{Shown.Actor(m.Actor, m.ApprovedBy).EscapeMarkup()}{(m.ReasonKind is { } kind ? $", {Word.Of(kind)}" : "")}{(m.Reason is { } reason ? $": {reason.EscapeMarkup()}" : "")}");
                reached += m.Aggregate;
            }
        }

        table.AddRow(
            "", Shown.Coloured(e.To.Aggregate - e.From.Aggregate), $"[bold]{Shown.Signed(e.To.Aggregate)}[/]",
            scale.Bar(0, e.To.Aggregate, "blue"), $"{e.Said ?? "unchanged"}; residual {e.Residual}");
        door.Out.WriteWhole(table);
        door.Out.WriteLine();
    }

    /// <summary>Maps values to places on a bar.</summary>
    private sealed class Scale
    {
        private readonly int _low;
        private readonly int _span;

        public Scale(Explanation e)
        {
            var reached = e.From.Aggregate;
            var values = e.Causes.SelectMany(c => c.Movements).Select(m => reached += m.Aggregate).Concat([0, e.From.Aggregate, e.To.Aggregate]).ToArray();
            (_low, _span) = (values.Min(), Math.Max(values.Max() - values.Min(), 1));
        }

        public string Bar(int from, int to, string colour)
        {
            var (start, end) = (Place(Math.Min(from, to)), Place(Math.Max(from, to)));
            return $"{new string(' ', start)}[{colour}]{(start == end ? "│" : new string('█', end - start))}[/]";
        }

        private int Place(int value) => (value - _low) * Width / _span;
    }
}

using Barometer.Domain.People;
using Barometer.Domain.Replays.Sensitivity;
using Barometer.Host.Developments;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Microsoft.AspNetCore.RateLimiting;
using Spectre.Console;
using Wolverine.Http;

namespace Barometer.Host.Replays.Sensitivity;

/// <summary>The doors of leaving out a rule, a development or a happening.</summary>
public static class Leaving
{
    private static readonly Argument<string> What = new("what") { Description = "rule, development or happening." };
    private static readonly Option<int> Top = new("--top") { Description = "How many effects are told, 1 to 1,000.", DefaultValueFactory = _ => 10 };
    private static readonly Option<string?> Relationship = new("--relationship", "-r") { Description = "Leave out only developments of this relationship." };

    static Leaving() => What.AcceptOnlyFromAmong([.. Word.All<LeftOut>()]);

    /// <summary>What leaving out one rule, development or happening does to the indices: the largest effects first.</summary>
    [WolverinePost("/v1/barometers/{barometer}/leave-out/{what}", OperationId = "leaveOut"), Needs(Right.Replay), Asks, EnableRateLimiting(Limits.Computing)]
    public static async Task<Answer<LeavingOut>> Post(ReplayWanted said, string what, int? top, HttpDoor door)
    {
        if (!Saying.Word<LeftOut>("thing to leave out", what).About("what").Accepted(out var left, out var refusal))
            return new Answer<LeavingOut>(refusal);
        return Refused(left.Value!.Value, top ?? 10, said.Relationship) is { } refused
            ? new Answer<LeavingOut>(refused)
            : await Analysis.Answer(
                door,
                said,
                a => Cost.OfLeavingOut(left.Value.Value, a.Rules, a.Columns, a.Question.From, a.Question.To, said.Relationship),
                a => Of(a, left.Value.Value, top ?? 10, said.Relationship, progress: null, door.Cancellation));
    }

    internal static Command Verb() => Terminal.Verb.Of(
        "leave-out",
        "What leaving out one rule, one development or one happening does to the indices: the largest effects first.",
        [What, .. Analysis.Options, Relationship, Top],
        Answer,
        Show);

    private static Task<Decision<LeavingOut>> Answer(Door door, CancellationToken cancellation)
    {
        var (what, top, relationship) = (Word.Read<LeftOut>(door.Get(What)!)!.Value, door.Get(Top), door.Get(Relationship));
        return Refused(what, top, relationship) is { } refusal
            ? Task.FromResult<Decision<LeavingOut>>(refusal)
            : Analysis.Answer(door, _ => null, (a, progress) => Of(a, what, top, relationship, progress, cancellation), cancellation);
    }

    private static Refusal? Refused(LeftOut what, int top, string? relationship) =>
        top is < 1 or > 1_000 ? Refusal.Usage($"'top' lies between 1 and 1,000, and is no {top}.").About("top")
        : relationship is not null && what != LeftOut.Development ? Refusal.Usage("'relationship' is for leaving out developments.").About("relationship")
        : null;

    private static Decision<LeavingOut> Of(Analysis a, LeftOut what, int top, string? relationship, IProgress<int>? progress, CancellationToken cancellation)
    {
        if (relationship is not null && !a.Columns.Settings.Find(relationship).About("relationship").Accepted(out _, out var refusal))
            return refusal;
        var (from, to) = (a.Question.From, a.Question.To);
        return what switch
        {
            LeftOut.Rule => LeavingOut.Rules(a.Rules, a.Columns, from, to, top, progress, cancellation),
            LeftOut.Development => LeavingOut.Developments(a.Rules, a.Columns, from, to, top, relationship, progress, cancellation),
            _ => LeavingOut.Happenings(a.Rules, a.Columns, from, to, top, progress, cancellation),
        };
    }

    private static void Show(Door door, LeavingOut answer)
    {
        if (answer.Count == 0)
        {
            door.Out.MarkupLineInterpolated($"There is nothing to leave out: {Nothing(answer)}");
            return;
        }

        door.Out.MarkupLineInterpolated($"[bold]{door.Barometer} under {answer.RuleSet}[/] without one {Word.Of(answer.What)} of {answer.Count} at a time");
        var table = Shown.Table("without", ">size", "index", "period", ">from", "", ">to", ">change");
        foreach (var effect in answer.Effects)
        {
            foreach (var (place, change) in effect.Changes.Index())
            {
                table.AddRow(
                    place == 0 ? effect.What.EscapeMarkup() : "", place == 0 ? effect.Size.ToString() : "", Shown.Index(change.Relationship, change.Dimension), change.Period.ToString(),
                    Shown.Coloured(change.From), "→", Shown.Coloured(change.To), Shown.Coloured(change.Change));
            }

            if (effect.Changes.IsEmpty)
                table.AddRow(effect.What.EscapeMarkup(), "0", "[dim]moves nothing[/]", "", "", "", "", "");
        }

        door.Out.WriteWhole(table);
        door.Out.MarkupLineInterpolated($"[dim]{answer.Note}[/]");
        door.Out.MarkupLineInterpolated($"[dim]{Shown.AsOf(answer.Positions)}[/]");
    }

    private static string Nothing(LeavingOut answer) => answer.What switch
    {
        LeftOut.Rule => $"{answer.RuleSet} has no rules.",
        LeftOut.Development => $"no development counts from {answer.From} to {answer.To}.",
        _ => $"no developments from {answer.From} to {answer.To} are linked as telling the same happening (barometer link).",
    };
}

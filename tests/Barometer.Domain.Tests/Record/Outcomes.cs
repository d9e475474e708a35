using Barometer.Domain.Record;

namespace Barometer.Domain.Tests.Record;

internal static class Outcomes
{
    public static T ShouldBeAccepted<T>(this Decision<T> decision) =>
        decision.Accepted(out var outcome, out var refusal) ? outcome : throw new ShouldAssertException($"It was refused: {refusal.Sentence}");

    /// <summary>Refused as that, in a sentence and with a remedy that say these words: what was wrong, and what to do.</summary>
    public static void ShouldBeRefused<T>(this Decision<T> decision, RefusalKind kind, params string[] words)
    {
        var refusal = decision.Refusal.ShouldNotBeNull("It was accepted.");
        refusal.Kind.ShouldBe(kind, refusal.Sentence);
        foreach (var word in words)
            refusal.Said().ShouldContain(word, Case.Sensitive);
    }

    /// <summary>The sentence, and the remedy after it: <c>[reinstate RU-12-001]</c>.</summary>
    public static string Said(this Refusal refusal) =>
        refusal.Remedy is { } remedy ? $"{refusal.Sentence} [{string.Join(' ', remedy.With.Prepend(Word.Of(remedy.Kind)))}]" : refusal.Sentence;
}

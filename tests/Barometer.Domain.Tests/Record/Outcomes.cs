using Barometer.Domain.Record;

namespace Barometer.Domain.Tests.Record;

internal static class Outcomes
{
    public static T ShouldBeAccepted<T>(this Decision<T> decision) =>
        decision.Accepted(out var outcome, out var refusal) ? outcome : throw new ShouldAssertException($"It was refused: {refusal.Sentence}");

    /// <summary>Refused as that, in a sentence that says these words: what was wrong, and what to do.</summary>
    public static void ShouldBeRefused<T>(this Decision<T> decision, RefusalKind kind, params string[] words)
    {
        var refusal = decision.Refusal.ShouldNotBeNull("It was accepted.");
        refusal.Kind.ShouldBe(kind, refusal.Sentence);
        foreach (var word in words)
            refusal.Sentence.ShouldContain(word, Case.Sensitive);
    }
}

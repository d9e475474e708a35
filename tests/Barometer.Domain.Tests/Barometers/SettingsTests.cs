using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;

namespace Barometer.Domain.Tests.Barometers;

public sealed class SettingsTests
{
    private static readonly Settings Large = new()
    {
        Name = "Coded",
        Range = 10,
        Calendar = new Calendar(new DateOnly(1979, 1, 1), 1),
        Relationships = [.. Enumerable.Range(1, 5_000).Select(n => new Relationship($"pair-{n}", $"Pair {n}", [], $"P{n}", [new Dimension("development", "Development", "improved", "deteriorated")]))],
    };

    [Fact]
    public void One_of_thousands_of_relationships_is_found_by_its_key_and_by_the_prefix_of_a_reference()
    {
        (Large.Find("pair-4711").Accepted(out var found, out _), found!.Prefix).ShouldBe((true, "P4711"));
        (Large.Of(new Reference("P5000", 1, 1)).Accepted(out found, out _), found!.Key).ShouldBe((true, "pair-5000"));
    }

    [Fact]
    public void A_relationship_that_was_added_is_found_in_the_settings_after_and_not_before()
    {
        var before = Large with { Relationships = [.. Large.Relationships.Take(3)] };
        before.Find("pair-4").Refusal.ShouldNotBeNull();

        (before with { Relationships = before.Relationships.Add(Large.Relationships[3]) }).Find("pair-4").Refusal.ShouldBeNull();

        before.Find("pair-4").Refusal.ShouldNotBeNull();
    }

    [Fact]
    public void Of_thousands_of_relationships_a_refusal_names_the_first() =>
        Large.Find("atlantis").Refusal!.Sentence.ShouldBe($"There is no relationship 'atlantis'; Coded has {string.Join(", ", Enumerable.Range(1, 20).Select(n => $"pair-{n}"))} and 4980 more.");
}

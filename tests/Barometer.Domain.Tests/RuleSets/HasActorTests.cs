using System.Collections.Immutable;
using Barometer.Domain.Developments;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Tests.RuleSets;

public class HasActorTests
{
    private static readonly Classification Talks = new()
    {
        Sources = [new("Lukashenka", "Belarus", ["CSTO", "EEU"], "head of state"), new("Medvedev", "Russia", ["CSTO"], "Head-of-Government")],
        Targets = [new("Juncker", Country: null, ["EU"], Level: null)],
    };

    [Theory]
    [InlineData(Role.Source, "Lukashenka", "", "", "head of state", true)]
    [InlineData(Role.Source, "", "belarus", "EEU", "", true)]
    [InlineData(Role.Source, "", "Russia", "", "head of government", true)]
    [InlineData(Role.Source, "", "Russia", "", "head of state", false)]
    [InlineData(Role.Source, "Medvedev", "", "EEU", "", false)]
    [InlineData(Role.Target, "Lukashenka", "", "", "head of state", false)]
    [InlineData(Role.Target, "Juncker", "", "EU", "", true)]
    [InlineData(Role.Target, "Juncker", "Luxembourg", "", "", false)]
    public void All_of_it_is_of_one_and_the_same_actor(Role role, string name, string country, string group, string level, bool holds) =>
        new HasActor(role, One(name), One(country), One(group), One(level)).Holds(Talks).ShouldBe(holds);

    private static ImmutableArray<string> One(string word) => word.Length == 0 ? [] : [word];
}

using System.Collections.Immutable;
using System.Text.Json;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Tests.Replays.Generated;

/// <summary>Rules as text, for a person who looks at a failing one.</summary>
internal static class WrittenRules
{
    public static string Of(Condition condition) => condition switch
    {
        All { Conditions: var all } => $"all({Of(all)})",
        Domain.RuleSets.Any { Conditions: var any } => $"any({Of(any)})",
        Not not => $"not {Of(not.Condition)}",
        _ => Whole(condition),
    };

    public static string Of(Act act) => act switch
    {
        Set set => $"Set {Whole(set.Value)} {set.Part} {set.Dimension}",
        Scale scale => $"Scale {Whole(scale.Factor)} {scale.Part}",
        _ => Whole(act),
    };

    private static string Of(ImmutableArray<Condition> conditions) => string.Join(", ", conditions.Select(Of));

    private static string Whole(object value) => $"{value.GetType().Name} {JsonSerializer.Serialize(value, value.GetType())}";
}

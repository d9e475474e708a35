using System.Text.Json;
using Barometer.Domain.Record;

namespace Barometer.Domain.Developments;

/// <summary>Says of what kind a development is.</summary>
public sealed record ClassifyDevelopment : DevelopmentCommand
{
    /// <summary>What is to be said otherwise than now.</summary>
    public required ClassificationChange Change { get; init; }
}

/// <summary>A development was reclassified. Its assigned points stay; rules may count it otherwise.</summary>
public sealed record DevelopmentReclassified : DevelopmentEvent
{
    /// <summary>What was said of its kind.</summary>
    public required Classification From { get; init; }

    /// <summary>What is said of its kind now.</summary>
    public required Classification To { get; init; }
}

/// <summary>The decision to classify.</summary>
public static class Classifying
{
    /// <summary>Classifies a development that is not withdrawn.</summary>
    public static Decision<DevelopmentReclassified> Decide(ClassifyDevelopment command, Development development)
    {
        if ((command.Change.Check() ?? command.NotStanding(development, "classify it")) is { } refusal)
            return refusal;
        var current = development.Particulars.Classification;
        var changed = command.Change.ApplyTo(current);
        return Written(current) == Written(changed)
            ? Refusal.Rule($"{command.Reference} is classified so already; nothing would change.")
            : command.Revise(development, new DevelopmentReclassified { From = current, To = changed });
    }

    private static string Written(Classification classification) => JsonSerializer.Serialize(classification, RecordJson.Options);
}

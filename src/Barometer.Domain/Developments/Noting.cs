using Barometer.Domain.Record;

namespace Barometer.Domain.Developments;

/// <summary>Adds a note to a development, withdrawn ones included.</summary>
public sealed record NoteDevelopment : DevelopmentCommand
{
    /// <summary>What is to be remembered.</summary>
    public required string Note { get; init; }
}

/// <summary>A note was added to a development.</summary>
public sealed record DevelopmentNoted : DevelopmentEvent
{
    /// <summary>What is to be remembered.</summary>
    public required string Note { get; init; }
}

/// <summary>The decision to note.</summary>
public static class Noting
{
    /// <summary>Adds a note that says something.</summary>
    public static Decision<DevelopmentNoted> Decide(NoteDevelopment command, Development development)
    {
        if (command.Stale(development) is { } refusal)
            return refusal;
        return string.IsNullOrWhiteSpace(command.Note)
            ? Refusal.Usage("A note says something.")
            : command.Revise(development, new DevelopmentNoted { Note = command.Note });
    }
}

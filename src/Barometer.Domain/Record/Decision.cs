using System.Diagnostics.CodeAnalysis;

namespace Barometer.Domain.Record;

/// <summary>What a decision comes to: what is to be recorded, or a refusal; never both, never neither.</summary>
/// <typeparam name="T">What is to be recorded: an event, or several.</typeparam>
public sealed class Decision<T>
{
    private readonly T? _outcome;

    private Decision(T? outcome, Refusal? refusal) => (_outcome, Refusal) = (outcome, refusal);

    /// <summary>Why nothing is to be recorded; null when something is.</summary>
    public Refusal? Refusal { get; }

    /// <summary>True with what is to be recorded, or false with the refusal.</summary>
    public bool Accepted([NotNullWhen(true)] out T? outcome, [NotNullWhen(false)] out Refusal? refusal)
    {
        (outcome, refusal) = (_outcome, Refusal);
        return refusal is null;
    }

    /// <summary>What follows from it, or the same refusal.</summary>
    public Decision<TOther> Then<TOther>(Func<T, TOther> follow) => Refusal is { } refusal ? refusal : follow(_outcome!);

    /// <summary>The same; a refusal is about the one value that was decided on.</summary>
    public Decision<T> About(string field) => Refusal is { } refusal ? refusal.About(field) : this;

    /// <summary>Accepts: this is to be recorded.</summary>
    public static implicit operator Decision<T>(T outcome) => new(outcome, refusal: null);

    /// <summary>Refuses.</summary>
    public static implicit operator Decision<T>(Refusal refusal) => new(outcome: default, refusal);
}

namespace Barometer.Host.Serving;

/// <summary>How much of a list is told at once, where it comes in parts.</summary>
/// <param name="Usual">How many, where <c>take</c> is not said.</param>
/// <param name="Most">How many at most.</param>
internal sealed record Portion(int Usual, int Most)
{
    /// <summary>How many are to be told, or a refusal of what is too many, or none.</summary>
    public Decision<int> Of(int? take) =>
        take < 1 || take > Most ? Refusal.Usage($"'take' lies between 1 and {Most}.").About("take") : take ?? Usual;
}

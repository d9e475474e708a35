namespace Barometer.Domain.Replays.Valuing;

/// <summary>The accounts of one relationship, by period and dimension, each by its place.</summary>
/// <param name="periods">How many periods.</param>
/// <param name="dimensions">How many dimensions.</param>
/// <param name="rules">How many rules.</param>
internal sealed class Accounts(int periods, int dimensions, int rules)
{
    private readonly Account?[] _accounts = new Account?[periods * dimensions];

    /// <summary>The account of a period and dimension, opened where it is first asked for.</summary>
    public Account this[int period, int dimension] => _accounts[(period * dimensions) + dimension] ??= new Account(rules);

    /// <summary>The same, or null where nothing asked for it.</summary>
    public Account? Find(int period, int dimension) => _accounts[(period * dimensions) + dimension];
}

using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Valuing;

/// <summary>The accounts of one relationship, by period and dimension, each by its place; one book serves one relationship after another.</summary>
/// <param name="periods">How many periods.</param>
/// <param name="dimensions">How many dimensions.</param>
/// <param name="rules">How many rules.</param>
internal sealed class Accounts(int periods, int dimensions, int rules)
{
    private readonly int _lines = Account.LinesOf(rules);
    private readonly Entry[] _entries = new Entry[periods * dimensions * Account.LinesOf(rules)];
    private readonly long[] _developments = new long[periods * dimensions];
    private readonly bool[] _isOpen = new bool[periods * dimensions];

    /// <summary>The account of a period and dimension, opened where it is first asked for.</summary>
    public Account this[int period, int dimension]
    {
        get
        {
            _isOpen[(period * dimensions) + dimension] = true;
            return AccountOf((period * dimensions) + dimension);
        }
    }

    /// <summary>True for one that was asked for.</summary>
    public bool IsOpen(int period, int dimension) => _isOpen[(period * dimensions) + dimension];

    /// <summary>Closes all, for another relationship.</summary>
    public void Clear()
    {
        Array.Clear(_entries);
        Array.Clear(_developments);
        Array.Clear(_isOpen);
    }

    private Account AccountOf(int place) => new(_entries.AsSpan(place * _lines, _lines), ref _developments[place]);

    /// <summary>What is posted to a line.</summary>
    /// <param name="Positive">The change of the positive sum.</param>
    /// <param name="Negative">The change of the negative sum.</param>
    /// <param name="Developments">At how many developments.</param>
    internal readonly record struct Entry(FixedPoint Positive, FixedPoint Negative, long Developments);
}

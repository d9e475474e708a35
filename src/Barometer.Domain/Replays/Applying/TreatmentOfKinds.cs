namespace Barometer.Domain.Replays;

/// <summary>The treatment of each kind in one context, found when it is first asked for. Two threads that look at once find the same.</summary>
/// <param name="places">The places of treatments.</param>
/// <param name="find">Finds the treatment of a kind in this context.</param>
/// <param name="columns">The rows, of which the kinds are.</param>
/// <param name="askPoints">True where rules tell kinds apart by the points assigned.</param>
internal sealed class TreatmentOfKinds(TreatmentPlaces places, Func<Kind, Treatment> find, Columns columns, bool askPoints)
{
    private readonly int[] _places = Unknown(columns.Kinds.Length);
    private readonly Treatment?[] _found = new Treatment?[columns.Kinds.Length];

    /// <summary>The place of a kind's treatment.</summary>
    public int this[int kind] => _places[kind] is >= 0 and var place ? place : Find(kind);

    /// <summary>The places of the treatments of rows, by their kinds.</summary>
    public void Of(ReadOnlySpan<int> kinds, Span<int> treatments)
    {
        for (var row = 0; row < kinds.Length; row++)
            treatments[row] = this[kinds[row]];
    }

    private int Find(int place)
    {
        var kind = columns.Kinds[place];
        // Most rules look at the classification alone: it is judged once for all kinds that differ in their points.
        var alike = askPoints ? place : columns.Alike[place];
        var treatment = _found[alike] ??= find(columns.Kinds[alike]);
        return _places[place] = places.PlaceOf(treatment with { Positive = kind.Positive, Negative = kind.Negative });
    }

    private static int[] Unknown(int count)
    {
        var places = new int[count];
        Array.Fill(places, -1);
        return places;
    }
}

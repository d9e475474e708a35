using Barometer.Domain.Replays.Rows;

namespace Barometer.Domain.Replays.Judging;

/// <summary>The treatment of each kind in one context. Two threads that look at once find the same.</summary>
/// <param name="places">The places of treatments.</param>
/// <param name="find">Finds the treatment of a kind in this context.</param>
/// <param name="columns">The rows, of which the kinds are.</param>
/// <param name="askPoints">True where rules tell kinds apart by the points assigned.</param>
internal sealed class TreatmentOfKinds(TreatmentPlaces places, Func<Kind, Treatment> find, Columns columns, bool askPoints)
{
    private readonly int[] _places = Unknown(columns.Kinds.Length);
    private readonly bool[] _isThere = new bool[columns.Kinds.Length];
    private readonly Judgement?[] _judged = new Judgement?[columns.Kinds.Length];

    /// <summary>The place of a kind's treatment, found when it is first asked for.</summary>
    public int this[int kind] => _places[kind] is >= 0 and var place ? place : Find(kind);

    /// <summary>The places of the treatments of rows, by their kinds.</summary>
    public void Of(ReadOnlySpan<int> kinds, Span<int> treatments)
    {
        var known = _places;
        treatments = treatments[..kinds.Length];
        for (var row = 0; row < kinds.Length; row++)
        {
            var place = known[kinds[row]];
            treatments[row] = place >= 0 ? place : Find(kinds[row]);
        }
    }

    /// <summary>Takes down that these kinds are there.</summary>
    public void Expect(ReadOnlySpan<int> kinds)
    {
        var isThere = _isThere;
        foreach (var kind in kinds)
        {
            // Mostly it is known already, and what is only read is quick for all threads.
            if (!isThere[kind])
                isThere[kind] = true;
        }
    }

    /// <summary>Takes down that every kind is there.</summary>
    public void ExpectAll() => Array.Fill(_isThere, true);

    /// <summary>Finds all that are there, many at once.</summary>
    public void FindExpected()
    {
        int[] expected = [.. Enumerable.Range(0, _isThere.Length).Where(kind => _isThere[kind] && _places[kind] < 0)];
        Parallel.ForEach(expected.Select(Alike).Distinct(), alike => _judged[alike] ??= Judged(alike));
        foreach (var kind in expected)
            Find(kind);
    }

    private int Find(int kind)
    {
        var (treatment, alike) = _judged[Alike(kind)] ??= Judged(Alike(kind));
        var place = places.PlaceOf(alike, treatment, columns.Kinds[kind].Positive, columns.Kinds[kind].Negative);
        Volatile.Write(ref _places[kind], place);
        return place;
    }

    // Most rules look at the classification alone: it is judged once for all kinds that differ in their points.
    private int Alike(int kind) => askPoints ? kind : columns.FirstButForPoints[kind];

    private Judgement Judged(int kind)
    {
        var treatment = find(columns.Kinds[kind]);
        return new Judgement(treatment, places.AlikeOf(treatment));
    }

    private static int[] Unknown(int count)
    {
        var places = new int[count];
        Array.Fill(places, -1);
        return places;
    }

    private sealed record Judgement(Treatment Treatment, int Alike);
}

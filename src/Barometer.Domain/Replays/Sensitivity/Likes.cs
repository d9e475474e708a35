using Barometer.Domain.Replays.Judging;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>What rows are worth, and what they would be worth had their coders given one less or one more, each such likeness with a number.</summary>
internal sealed class Likes
{
    private readonly Dictionary<(int Alike, int Less, int More), int> _numbers = [];
    private readonly List<(int Alike, int Less, int More)> _all = [];
    private readonly Dictionary<TreatmentOfKinds, int[]> _ofKinds = [];
    private readonly int[] _ofTreatments = [];

    /// <summary>Numbers every likeness that a row may have.</summary>
    public Likes(Baseline baseline, WorthClasses worths)
    {
        var treatments = baseline.Ruling.Treatments;
        if (baseline.Coder is { } coder)
        {
            foreach (var context in treatments.ByContext)
                _ofKinds.Add(context, [.. Enumerable.Range(0, coder.Kinds).Select(kind => NumberOf((Worth(context, kind, 0), Worth(context, kind, -1), Worth(context, kind, 1))))]);

            int Worth(TreatmentOfKinds context, int kind, int error) => worths.PlaceOf(context[coder.Of(kind, error)]);
        }
        else
        {
            _ofTreatments = [.. Enumerable.Range(0, treatments.Count).Select(worths.PlaceOf).Select(alike => NumberOf((alike, alike, alike)))];
        }

        Dimensions = [.. _all.Select(l => worths.DimensionOf(l.Alike) ?? worths.DimensionOf(l.Less) ?? worths.DimensionOf(l.More))];
    }

    /// <summary>Where rows of each likeness count; null where they count in no dimension.</summary>
    public string?[] Dimensions { get; }

    /// <summary>A likeness.</summary>
    public (int Alike, int Less, int More) this[int number] => _all[number];

    /// <summary>The numbers by treatment, where coders do not err.</summary>
    public ReadOnlySpan<int> OfTreatments => _ofTreatments;

    /// <summary>The numbers by kind in a context, where they do.</summary>
    public ReadOnlySpan<int> OfKinds(TreatmentOfKinds context) => _ofKinds[context];

    private int NumberOf((int Alike, int Less, int More) likeness)
    {
        if (_numbers.TryAdd(likeness, _all.Count))
            _all.Add(likeness);
        return _numbers[likeness];
    }
}

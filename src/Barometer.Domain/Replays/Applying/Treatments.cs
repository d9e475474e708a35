using System.Collections.Concurrent;
using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Replays;

/// <summary>Rows side by side that are in one context, and the treatment of each kind there.</summary>
internal readonly record struct Run(int Start, int End, TreatmentOfKinds Treatments);

/// <summary>The treatments of the columns' rows under a rule set. Each is found once for all rows that are alike to the rules.</summary>
internal sealed class Treatments
{
    private readonly ConcurrentDictionary<(string Relationship, int Day, string Title), TreatmentOfKinds> _contexts = [];
    private readonly TreatmentPlaces _places = new();
    private readonly Contexts _asked;
    private readonly Lock _finding = new();
    private Effects?[] _effects = new Effects?[16];

    public Treatments(Columns columns, RuleSet rules)
    {
        (Columns, Rules, _asked) = (columns, rules, Contexts.Of(rules.Rules));
        if (_asked.AskTitles && columns.Title.Length < columns.Count)
            throw new InvalidOperationException("A rule asks for titles, and the columns were read without them.");
        // In the order of the relationships, then what rules alone name.
        var named = rules.Rules.Select(r => r.Act switch { Set set => set.Dimension, MoveTo move => move.Dimension, Compare compare => compare.Dimension, _ => null }).OfType<string>();
        Dimensions = [.. columns.Relationships.SelectMany(r => r.Dimensions).Select(d => d.Key).Concat(named).Distinct()];
    }

    private Treatments(Treatments same, RuleSet rules, Columns columns) =>
        (Columns, Rules, Dimensions, _contexts, _places, _asked) = (columns, rules, same.Dimensions, same._contexts, same._places, same._asked);

    public Columns Columns { get; }

    public RuleSet Rules { get; }

    /// <summary>How many there are so far.</summary>
    public int Count => _places.Count;

    /// <summary>Every dimension in which anything can count.</summary>
    public ImmutableArray<string> Dimensions { get; }

    public Treatment this[int place] => _places[place];

    /// <summary>The same treatments, each in its place, under rules that differ in their numbers alone, of rows that differ in their kinds alone.</summary>
    public Treatments With(RuleSet rules, Columns columns) => new(this, rules, columns);

    /// <summary>The place of a dimension.</summary>
    public int PlaceOf(string dimension) => Dimensions.IndexOf(dimension);

    /// <summary>The effects of a treatment, found when they are first asked for.</summary>
    public Effects EffectsOf(int place)
    {
        var known = _effects;
        return place < known.Length && known[place] is { } effects ? effects : FindEffects(place);
    }

    /// <summary>The rows of a segment, cut where their context changes.</summary>
    public IEnumerable<Run> Runs(Segment segment)
    {
        var relationship = Columns.Relationships[segment.Relationship];
        var ofRelationship = _asked.ClassOf(relationship);
        for (int start = segment.Start, end; start < segment.End; start = end)
        {
            var day = Columns.Day[start];
            var title = _asked.AskTitles ? Columns.Title[start] : "";
            end = _asked.AskTitles ? start + 1 : EndOfDays(start, segment.End, _asked.NextCut(day));
            yield return new Run(start, end, _contexts.GetOrAdd(
                (ofRelationship, _asked.ClassOf(day), _asked.ClassOf(title)),
                _ => new TreatmentOfKinds(this, relationship, DateOnly.FromDayNumber(day), title)));
        }
    }

    /// <summary>The place of a treatment; a new one is given one.</summary>
    public int PlaceOf(Treatment treatment) => _places.PlaceOf(treatment);

    /// <summary>The treatment of each row.</summary>
    public int[] OfRows()
    {
        var rows = GC.AllocateUninitializedArray<int>(Columns.Count);
        Parallel.ForEach(Columns.Segments, segment =>
        {
            foreach (var run in Runs(segment))
            {
                for (var row = run.Start; row < run.End; row++)
                    rows[row] = run.Treatments[Columns.Kind[row]];
            }
        });
        return rows;
    }

    private Effects FindEffects(int place)
    {
        lock (_finding)
        {
            if (place >= _effects.Length)
                Array.Resize(ref _effects, Math.Max(place + 1, 2 * _effects.Length));
            return _effects[place] ??= Effects.Of(_places[place], Rules.Rules, PlaceOf);
        }
    }

    private int EndOfDays(int start, int end, int cut)
    {
        if (cut == int.MaxValue || Columns.Day[end - 1] < cut)
            return end;
        var place = Array.BinarySearch(Columns.Day, start, end - start, cut);
        place = place >= 0 ? place : ~place;
        while (place > start && Columns.Day[place - 1] >= cut)
            place--;
        return place;
    }
}

/// <summary>The treatment of each kind in one context, found when it is first asked for.</summary>
internal sealed class TreatmentOfKinds(Treatments treatments, Relationship relationship, DateOnly day, string title)
{
    private readonly int[] _places = Unknown(treatments.Columns.Kinds.Length);

    /// <summary>The place of a kind's treatment.</summary>
    public int this[int kind] => _places[kind] is >= 0 and var place ? place : Find(kind);

    // Two that look at once find the same.
    private int Find(int kind) =>
        _places[kind] = treatments.PlaceOf(Treating.Of(treatments.Columns.Kinds[kind], relationship, day, title, treatments.Rules));

    private static int[] Unknown(int count)
    {
        var places = new int[count];
        Array.Fill(places, -1);
        return places;
    }
}

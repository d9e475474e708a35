using System.Collections.Concurrent;
using System.Collections.Immutable;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Replays.Judging;

/// <summary>The treatments of the columns' rows under a rule set. Each is found once for all rows that are alike to the rules.</summary>
internal sealed class Treatments
{
    private readonly ConcurrentDictionary<(int Relationship, int Day, string Title), TreatmentOfKinds> _contexts = [];
    private readonly TreatmentPlaces _places = new();
    private readonly Contexts _asked;
    private readonly Dictionary<string, int> _dimensions;
    private readonly int[] _alikeRelationships;

    public Treatments(Columns columns, RuleSet rules)
    {
        (Columns, Rules, _asked) = (columns, rules, Contexts.Of(rules.Rules));
        if (_asked.AskTitles && columns.Title.Length < columns.Count)
            throw new InvalidOperationException("A rule asks for titles, and the columns were read without them.");
        // In the order of the relationships, then what rules alone name.
        var named = rules.Rules.Select(r => r.Act switch { Set set => set.Dimension, MoveTo move => move.Dimension, Compare compare => compare.Dimension, _ => null }).OfType<string>();
        Dimensions = [.. columns.Relationships.SelectMany(r => r.Dimensions).Select(d => d.Key).Concat(named).Distinct()];
        string[] classes = [.. columns.Relationships.Select(_asked.ClassOf)];
        _alikeRelationships = [.. classes.Select(c => Array.IndexOf(classes, c))];
        _dimensions = Dimensions.Index().ToDictionary(d => d.Item, d => d.Index, StringComparer.Ordinal);
    }

    private Treatments(Treatments same, RuleSet rules, Columns columns) =>
        (Columns, Rules, Dimensions, _dimensions, _alikeRelationships, _contexts, _places, _asked) = (columns, rules, same.Dimensions, same._dimensions, same._alikeRelationships, same._contexts, same._places, same._asked);

    public Columns Columns { get; }

    public RuleSet Rules { get; }

    /// <summary>How many there are so far.</summary>
    public int Count => _places.Count;

    /// <summary>Every dimension in which anything can count.</summary>
    public ImmutableArray<string> Dimensions { get; }

    /// <summary>The contexts in which there are rows.</summary>
    public IEnumerable<TreatmentOfKinds> ByContext => _contexts.Values;

    public Treatment this[int place] => _places[place];

    /// <summary>The same treatments, each in its place, under rules that differ in their numbers alone, of rows that differ in their kinds alone.</summary>
    public Treatments With(RuleSet rules, Columns columns) => new(this, rules, columns);

    /// <summary>The place of a dimension.</summary>
    public int PlaceOf(string dimension) => _dimensions[dimension];

    /// <summary>The place of a treatment; a new one is given one.</summary>
    public int PlaceOf(Treatment treatment) => _places.PlaceOf(treatment);

    /// <summary>The rows of a segment, cut where their context changes.</summary>
    public IEnumerable<Run> Runs(Segment segment)
    {
        for (var start = segment.Start; start < segment.End;)
        {
            var run = RunAt(start, segment);
            yield return run;
            start = run.End;
        }
    }

    /// <summary>Finds the treatment of every row.</summary>
    public void FindAll()
    {
        if (AreInOneContext)
            Runs(Columns.Segments[0]).First().Treatments.ExpectAll();
        else
            Parallel.For(0, Columns.Relationships.Length, Expect);
        foreach (var context in _contexts.Values)
            context.FindExpected();
    }

    private bool AreInOneContext => Columns.Count > 0 && _asked.AreOfRelationshipsAlone && Array.TrueForAll(_alikeRelationships, r => r == 0);

    private void Expect(int relationship)
    {
        foreach (var segment in Columns.SegmentsOf(relationship))
        {
            foreach (var run in Runs(segment))
                run.Treatments.Expect(Columns.Kind.AsSpan(run.Start, run.End - run.Start));
        }
    }

    // The rows from one on that are in its context, within a segment.
    private Run RunAt(int start, Segment segment)
    {
        var (day, title) = (Columns.Day[start], _asked.AskTitles ? Columns.Title[start] : "");
        var end = _asked.AskTitles ? start + 1 : EndOfDays(start, segment.End, _asked.NextCut(day));
        var context = (_alikeRelationships[segment.Relationship], _asked.ClassOf(day), _asked.ClassOf(title));
        return new Run(start, end, _contexts.TryGetValue(context, out var known) ? known : _contexts.GetOrAdd(context, InContext(segment.Relationship, day, title)));
    }

    private TreatmentOfKinds InContext(int relationship, int day, string title) => new(
        _places, kind => Treating.Of(kind, Columns.Relationships[relationship], DateOnly.FromDayNumber(day), title, Rules), Columns, _asked.AskPoints);

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

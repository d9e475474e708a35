using Barometer.Domain.Replays.Judging;
using Barometer.Domain.Replays.Valuing;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>
/// What treatments are worth under whatever numbers. Those are alike that stand alike before the first number that may vary, and go
/// through the same rules from there on: they are worth the same in every draw, to the last digit.
/// </summary>
internal sealed class WorthClasses(RuleSet rules, Treatments treatments)
{
    private readonly Dictionary<Likeness, int> _known = [];
    private readonly Dictionary<int, int> _ofTreatment = [];
    private readonly List<(Treatment Treatment, string? Dimension)> _all = [];

    public int Count => _all.Count;

    /// <summary>One treatment of those that are alike.</summary>
    public Treatment this[int place] => _all[place].Treatment;

    /// <summary>Where they count in the end; null where they count in no dimension.</summary>
    public string? DimensionOf(int place) => _all[place].Dimension;

    /// <summary>The place of a treatment among what is worth the same.</summary>
    public int PlaceOf(int treatment)
    {
        if (!_ofTreatment.TryGetValue(treatment, out var place))
            _ofTreatment.Add(treatment, place = Find(treatments[treatment]));
        return place;
    }

    /// <summary>True where it is worth something else when some inputs vary.</summary>
    public bool AreVaried(int place, IReadOnlyCollection<Input> inputs) => this[place].Steps.Any(s => Varies(s, inputs));

    private int Find(Treatment treatment)
    {
        var course = Valuation.Course(treatment, rules.Rules);
        var from = treatment.Steps.FirstOrDefault(s => Varies(s, rules.Inputs), new Step(rules.Rules.Length, Word: null)).Rule;
        var after = treatment.Steps.Where(s => s.Rule >= from || rules.Rules[s.Rule].Act is Cap).Select(s => $"{s.Rule}\u001f{s.Word}");
        var likeness = new Likeness(course[from], treatment.FirstDimension, treatment.KeptOutBy, string.Join('\u001e', after));
        if (!_known.TryGetValue(likeness, out var place))
        {
            _known.Add(likeness, place = _all.Count);
            _all.Add((treatment, course[^1].Counts ? course[^1].Dimension : null));
        }

        return place;
    }

    private bool Varies(Step step, IReadOnlyCollection<Input> inputs) =>
        inputs.Any(i => i.Varies == Varied.Number && i.Rule == rules.Rules[step.Rule].Id && (i.Word is null || i.Word == step.Word));

    private readonly record struct Likeness(Valuation Before, string FirstDimension, int KeptOutBy, string After);
}

using System.Collections.Immutable;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Movements;

/// <summary>A figure in a vintage.</summary>
/// <param name="Index">The figure.</param>
/// <param name="Band">Its colour by the rule set of the vintage, as <see cref="Vintage.Colour"/> says.</param>
/// <param name="Vintage">Where it stands.</param>
public sealed record VintageFigure(IndexFigure Index, string? Band, Vintage Vintage)
{
    /// <summary>The last position of the relationship's stream that it counts.</summary>
    public long AsOf => Vintage.Positions[Index.Relationship];
}

/// <summary>The series as known at a moment: at a release the periods that were closed by then; of a moment that is no release, those in which anything counts, too.</summary>
public sealed class Vintage
{
    private readonly ImmutableHashSet<PeriodId> _closed;
    private readonly Dictionary<(string, string, PeriodId), IndexFigure> _figures;

    private Vintage(Release? release, Positions positions, RuleSet rules, IEnumerable<Release> known, IEnumerable<IndexFigure> figures)
    {
        (Release, Positions, Rules) = (release, positions, rules);
        _closed = [.. known.Select(r => r.Closes).OfType<PeriodId>()];
        _figures = figures.ToDictionary(f => (f.Relationship, f.Dimension, f.Period));
    }

    /// <summary>The release; null for a moment that is none.</summary>
    public Release? Release { get; }

    /// <summary>How far the record had come.</summary>
    public Positions Positions { get; }

    /// <summary>By which rule set figures have colours.</summary>
    public RuleSet Rules { get; }

    /// <summary>The colour of points as assigned, "none" where they lie in no band; null where the dimension has no scale, and where rules add to the points: the colour is of another number then.</summary>
    public static string? Colour(RuleSet rules, IndexFigure index) => rules.Rules.IsEmpty ? rules.Colour(index.Dimension, index.Aggregate) : null;

    /// <summary>By which rule set figures are read after releases: that of the last, and <c>as-published</c> before the first.</summary>
    public static RuleSet RulesAfter(IReadOnlyList<Release> releases) => releases is [.., var last] ? last.Rules : RuleSet.AsPublished;

    /// <summary>The vintage that went out at a release.</summary>
    /// <param name="release">Which.</param>
    /// <param name="known">Releases, of which those up to it say which periods it is about.</param>
    /// <param name="figures">The indices at its positions.</param>
    public static Vintage At(Release release, IEnumerable<Release> known, IEnumerable<IndexFigure> figures) =>
        new(release, release.Positions, release.Rules, known.Where(r => r.Sequence <= release.Sequence), figures);

    /// <summary>The vintage of a moment that is no release.</summary>
    /// <param name="positions">How far the record had come.</param>
    /// <param name="known">The releases before it, in their order.</param>
    /// <param name="figures">The indices at these positions.</param>
    public static Vintage At(Positions positions, IReadOnlyList<Release> known, IEnumerable<IndexFigure> figures) =>
        new(release: null, positions, RulesAfter(known), known, figures);

    /// <summary>A figure of it, 0 where nothing counted; null where the period was not in it, or the relationship not yet indexed.</summary>
    public VintageFigure? Figure(string relationship, string dimension, PeriodId period)
    {
        var counted = _figures.GetValueOrDefault((relationship, dimension, period));
        if (!Positions.ByRelationship.ContainsKey(relationship) || (!_closed.Contains(period) && (Release is not null || counted is null)))
            return null;
        var index = counted ?? new IndexFigure(relationship, dimension, period, 0, 0, 0);
        return new VintageFigure(index, Colour(Rules, index), this);
    }
}

using Barometer.Domain.Replays.Judging;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Replays.Valuing;

/// <summary>What a development of each treatment posts and what it is worth, by the treatment's place. Found once, so that a row costs a look and no more.</summary>
internal sealed class EffectTable
{
    private readonly Effects[] _effects;

    /// <summary>The effects of every treatment that was found.</summary>
    public EffectTable(Treatments treatments, RuleSet rules)
    {
        _effects = new Effects[treatments.Count];
        Parallel.For(0, _effects.Length, place => _effects[place] = Effects.Of(treatments[place], rules.Rules, treatments.PlaceOf));
        Worths = Array.ConvertAll(_effects, e => e.Worth);
        Postings = new PostingTable(_effects);
    }

    /// <summary>How many treatments there are.</summary>
    public int Count => _effects.Length;

    /// <summary>What a development is worth in the end, by its treatment.</summary>
    public Worth[] Worths { get; }

    /// <summary>What many of them post together.</summary>
    public PostingTable Postings { get; }

    /// <summary>What one development of a treatment posts.</summary>
    public Effect[] PostingsOf(int treatment) => _effects[treatment].Postings;
}

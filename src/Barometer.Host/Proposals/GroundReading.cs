using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Proposals;

namespace Barometer.Host.Proposals;

/// <summary>Reads what proposals are decided on, in a few questions however many they are.</summary>
internal sealed class GroundReading
{
    private readonly Settings _settings;
    private readonly Dictionary<string, Development> _developments;
    private Dictionary<PeriodId, Period> _periods = [];
    private Dictionary<string, Numbering> _numberings = [];

    private GroundReading(Settings settings, IEnumerable<Development> developments) =>
        (_settings, _developments) = (settings, developments.ToDictionary(d => d.Id));

    /// <summary>Reads what stands now of all that proposals are about.</summary>
    public static async Task<GroundReading> Of(IQuerySession session, Settings settings, IReadOnlyCollection<Proposal> proposals, CancellationToken cancellation)
    {
        string[] references = [.. proposals.Select(p => p.Reference).OfType<Reference>().Select(r => r.ToString()).Distinct()];
        var ground = new GroundReading(settings, await session.LoadManyAsync<Development>(cancellation, references));
        string[] periods = [.. proposals.SelectMany(p => Ground.Names(p, settings)).Concat(ground._developments.Values.Select(d => d.Filing.Period)).Select(p => p.Stream).Distinct()];
        ground._periods = (await session.LoadManyAsync<Period>(cancellation, periods)).ToDictionary(p => p.PeriodId);
        string[] relationships = [.. proposals.Where(p => p.MadeOn is null).Select(p => Declaring.StreamOf(p.Relationship)).Distinct()];
        ground._numberings = (await session.LoadManyAsync<Numbering>(cancellation, relationships)).ToDictionary(n => n.Id);
        return ground;
    }

    /// <summary>The development that a proposal is about; null where it is of a new one.</summary>
    public Development? DevelopmentOf(Proposal proposal) => proposal.Reference is { } reference ? _developments[reference.ToString()] : null;

    /// <summary>How a proposal stands.</summary>
    public ProposalState StateOf(Proposal proposal) => proposal.State(DevelopmentOf(proposal));

    /// <summary>What a proposal is decided on.</summary>
    public Ground Of(Proposal proposal) =>
        Ground.Of(proposal, _settings, DevelopmentOf(proposal), _periods, _numberings.GetValueOrDefault(Declaring.StreamOf(proposal.Relationship)));
}

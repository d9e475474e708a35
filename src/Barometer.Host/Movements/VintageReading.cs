using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Host.Barometers;
using Barometer.Host.Periods;

namespace Barometer.Host.Movements;

/// <summary>What a question about vintages is answered from: how far the record had come, and which releases there were by then.</summary>
/// <param name="Settings">The barometer's.</param>
/// <param name="AsOf">The positions that the question's moment means, of the relationships that are asked about.</param>
/// <param name="Releases">Those known at the moment, in order.</param>
/// <param name="Relationships">Those asked about, in the order of the settings.</param>
internal sealed record VintageReading(Settings Settings, Positions AsOf, ImmutableArray<Release> Releases, ImmutableArray<Relationship> Relationships)
{
    /// <summary>The last release that is counted, as <c>--until</c> takes it.</summary>
    public string Until => Releases is [.., var last] ? last.Name : ReleaseReading.Start;

    /// <summary>Resolves what is asked for.</summary>
    /// <param name="session">The record.</param>
    /// <param name="relationship">The one asked about; null for all.</param>
    /// <param name="asOf">The moment, as people name it; null for now.</param>
    /// <param name="until">The last release to be counted; null for all that were made by then.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<Decision<VintageReading>> Of(IQuerySession session, string? relationship, string? asOf, string? until, CancellationToken cancellation)
    {
        if (!(await SettingsReading.Of(session, cancellation)).Accepted(out var settings, out var refusal))
            return refusal;
        if (relationship is not null && !settings.Find(relationship).About("relationship").Accepted(out _, out refusal))
            return refusal;
        if (!(await Movements.AsOf.Resolve(session, asOf, period: null, cancellation)).About("asOf").Accepted(out var positions, out refusal)
            || !(await ReleaseReading.All(session, cancellation)).Accepted(out var releases, out refusal)
            || !releases.Known(positions, Movements.AsOf.Time(asOf ?? ""), until ?? Movements.AsOf.ReleaseNamed(asOf ?? "")).Accepted(out var known, out refusal))
            return refusal;
        return new VintageReading(
            settings,
            positions.Only(relationship),
            known,
            [.. settings.Relationships.Where(r => (relationship is null || r.Key == relationship) && positions.ByRelationship.ContainsKey(r.Key))]);
    }

    /// <summary>The vintage of each release, in order.</summary>
    public async Task<ImmutableArray<Vintage>> Released(IQuerySession session, CancellationToken cancellation)
    {
        var vintages = ImmutableArray.CreateBuilder<Vintage>();
        foreach (var release in Releases)
            vintages.Add(Vintage.At(release, Releases, await IndexReading.AsOf(session, Asked(release.Positions), cancellation)));
        return vintages.ToImmutable();
    }

    /// <summary>The vintage of the moment itself.</summary>
    public async Task<Vintage> Latest(IQuerySession session, CancellationToken cancellation) =>
        Vintage.At(AsOf, Releases, await IndexReading.AsOf(session, AsOf, cancellation));

    private Positions Asked(Positions positions) => Relationships is [var one] ? positions.Only(one.Key) : positions;
}

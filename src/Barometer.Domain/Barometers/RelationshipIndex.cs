using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Barometer.Domain.Barometers;

/// <summary>Finds one of a barometer's relationships, of which coded data bring thousands.</summary>
internal sealed class RelationshipIndex
{
    // An index belongs to the array it was made from, which never changes, and goes when that goes.
    private static readonly ConditionalWeakTable<Relationship[], RelationshipIndex> Made = [];

    private readonly Dictionary<string, Relationship> _byKey;
    private readonly Dictionary<string, Relationship> _byPrefix;

    private RelationshipIndex(Relationship[] relationships)
    {
        _byKey = relationships.DistinctBy(r => r.Key).ToDictionary(r => r.Key);
        _byPrefix = relationships.DistinctBy(r => r.Prefix).ToDictionary(r => r.Prefix);
    }

    /// <summary>The index of these relationships, made when it is first asked for.</summary>
    public static RelationshipIndex Of(ImmutableArray<Relationship> relationships) =>
        Made.GetValue(ImmutableCollectionsMarshal.AsArray(relationships)!, made => new RelationshipIndex(made));

    public Relationship? WithKey(string key) => _byKey.GetValueOrDefault(key);

    public Relationship? WithPrefix(string prefix) => _byPrefix.GetValueOrDefault(prefix);
}

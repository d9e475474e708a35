using System.Collections.Immutable;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>Keeps the largest of many; of two as large the one that was offered first.</summary>
/// <param name="top">How many are kept.</param>
internal sealed class Largest<T>(int top)
{
    private readonly PriorityQueue<T, (FixedPoint Size, long Before)> _kept = new();

    /// <summary>How many were offered.</summary>
    public long Offered { get; private set; }

    /// <summary>Offers one.</summary>
    public void Offer(T one, FixedPoint size)
    {
        Offered++;
        if (_kept.Count < top)
            _kept.Enqueue(one, (size, -Offered));
        else if (top > 0)
            _kept.EnqueueDequeue(one, (size, -Offered));
    }

    /// <summary>Those kept, the largest first.</summary>
    public ImmutableArray<T> InOrder() =>
        [.. _kept.UnorderedItems.OrderByDescending(i => i.Priority.Size).ThenByDescending(i => i.Priority.Before).Select(i => i.Element)];
}

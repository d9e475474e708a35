using Barometer.Benchmarks.Measuring;

namespace Barometer.Benchmarks;

/// <summary>What the record must say of happenings that were all recorded once; anything else ends the measurement.</summary>
internal static class Expectation
{
    /// <summary>Holds events, movements, indices and developments against the happenings.</summary>
    public static async Task Hold(TemporaryRecord record, string barometer, IReadOnlyCollection<Happening> happenings, CancellationToken cancellation)
    {
        long positive = happenings.Sum(h => Math.Max(h.Points, 0));
        long negative = happenings.Sum(h => Math.Min(h.Points, 0));
        await Equal(record, $"select count(*) from barometer.mt_events where tenant_id = '{barometer}' and type = 'development_scored'", happenings.Count, cancellation);
        await Equal(record, $"select count(*) from barometer.mt_doc_development where tenant_id = '{barometer}'", happenings.Count, cancellation);
        await Equal(record, $"select count(*) from barometer.revision_history where barometer = '{barometer}'", happenings.Count, cancellation);
        foreach (var table in (string[])["movements", "indices"])
        {
            await Equal(record, $"select sum(developments) from barometer.{table} where barometer = '{barometer}'", happenings.Count, cancellation);
            await Equal(record, $"select sum(positive) from barometer.{table} where barometer = '{barometer}'", positive, cancellation);
            await Equal(record, $"select sum(negative) from barometer.{table} where barometer = '{barometer}'", negative, cancellation);
        }
    }

    /// <summary>Holds one answer of the database against what it must be.</summary>
    public static async Task Equal(TemporaryRecord record, string question, long expected, CancellationToken cancellation)
    {
        var found = await record.Ask<long>(question, cancellation);
        if (found != expected)
            throw new InvalidOperationException($"{found} instead of {expected}: {question}");
    }

    /// <summary>Holds what was found for each key against what it must be.</summary>
    public static void Same<TKey, TValue>(string what, IEnumerable<(TKey Key, TValue Value)> found, IEnumerable<(TKey Key, TValue Value)> expected)
    {
        var differing = expected.ToHashSet();
        differing.SymmetricExceptWith(found);
        if (differing.Count > 0)
            throw new InvalidOperationException($"{what}: {differing.First()} is only on one side, and {differing.Count - 1} others.");
    }
}

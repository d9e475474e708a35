using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Host.Movements;
using Barometer.Host.Record;
using Barometer.Host.Tests.Record.Histories;
using Barometer.Host.Tests.Store;

namespace Barometer.Host.Tests.Record;

public sealed class MixedWritersTests(Server server)
{
    [Theory]
    [InlineData("russia")]
    [InlineData("russia", "eu", "china", "us", "ukraine")]
    public async Task Of_sixteen_who_score_amend_and_withdraw_while_one_closes_every_outcome_is_what_the_record_says(params string[] relationships)
    {
        await using var record = await (await server.NewRecord()).Declared();
        var writers = new MixedWriters(record, relationships);

        var closed = await writers.WriteWhileOneCloses();

        (string Actor, Recorded Answer)[] accepted = [.. writers.Outcomes.Where(o => o.Decision.Refusal is null).Select(o => (o.Actor, o.Decision.Expected()))];
        writers.Outcomes.Where(o => o.Decision.Refusal is not null).ShouldAllBe(o => o.Decision.Refusal!.Sentence.Length > 0);
        await Holds(record, accepted);
        Chain(accepted.Select(a => a.Answer));
        await IsInTheSnapshotOrAfterIt(record, closed);
        var kept = await record.Projected();
        await record.Rebuild();
        (await record.Projected()).ShouldBe(kept);
    }

    // What was answered is in the record, by whom it was sent and once; and nothing else is.
    private static async Task Holds(EmptyRecord record, (string Actor, Recorded Answer)[] accepted)
    {
        var answered = accepted.SelectMany(a => a.Answer.Changes.Select(c => $"{c.Reference} {c.Revision} {c.Relationship} {c.Position} {c.Event} {a.Actor}")).Order(StringComparer.Ordinal);
        var recorded = await record.Ask<string>("select string_agg(reference || ' ' || revision || ' ' || relationship || ' ' || position || ' ' || what || ' ' || actor, E'\\n') from barometer.revision_history");
        recorded.Split('\n').Order(StringComparer.Ordinal).ShouldBe(answered);
        (await record.Ask<long>("select count(*) from (select reference, max(revision) as m, count(*) as n from barometer.revision_history group by reference) r where m <> n")).ShouldBe(0);
        (await record.Ask<long>("select count(*) from barometer.mt_doc_receipt")).ShouldBe(accepted.Length);
        (await record.Ask<long>(
            """
            select count(*) from (
                select relationship, period, dimension, sum(positive) as positive, sum(negative) as negative, sum(developments) as developments
                from barometer.movements group by relationship, period, dimension) m
            full join barometer.indices i using (relationship, period, dimension)
            where (m.positive, m.negative, m.developments) is distinct from (i.positive, i.negative, i.developments)
            """)).ShouldBe(0);
    }

    // Each answer goes on where the one before it on the same index ended.
    private static void Chain(IEnumerable<Recorded> answers)
    {
        foreach (var index in answers.SelectMany(a => a.Indices.Select(i => (a.Changes[^1].Position, Index: i))).GroupBy(i => (i.Index.After.Relationship, i.Index.After.Dimension, i.Index.After.Period)))
        {
            var ordered = index.OrderBy(i => i.Position).Select(i => i.Index).ToArray();
            (ordered[0].Before.Positive, ordered[0].Before.Negative, ordered[0].Before.Developments).ShouldBe((0, 0, 0));
            ordered.Skip(1).Select(i => i.Before).ShouldBe(ordered.SkipLast(1).Select(i => i.After));
        }
    }

    private static async Task IsInTheSnapshotOrAfterIt(EmptyRecord record, PeriodClosed closed)
    {
        var then = await record.Read(s => IndexReading.AsOf(s, closed.Positions, TestContext.Current.CancellationToken));
        NaiveModel.Written(closed.Figures.Select(f => new IndexFigure(f.Relationship, f.Dimension, closed.Period, f.Positive, f.Negative, f.Developments))).ShouldBe(NaiveModel.Written(then));
        // Whoever changed a closed period knew it, said of what kind his reason was, and had somebody else approve it.
        (await record.Ask<long>(
            """
            select count(*) from barometer.revision_history h join barometer.mt_events c on c.type = 'period_closed'
            where h.position > (regexp_match(c.data ->> 'positions', h.relationship || ':(\d+)'))[1]::bigint and (h.reason_kind is null or h.approved_by is null or h.approved_by = h.actor)
            """)).ShouldBe(0);
    }
}

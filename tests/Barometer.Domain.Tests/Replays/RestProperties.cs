using Barometer.Domain.Movements;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.Tests.Movements.Histories;

namespace Barometer.Domain.Tests.Replays;

/// <summary>What lies at rest says of developments what their events say, at every moment.</summary>
public class RestProperties(ITestOutputHelper output)
{
    [Fact]
    public void Rows_at_rest_fold_to_the_columns_of_the_developments_themselves() => output.HoldFor(history =>
    {
        foreach (var positions in Moments(history))
            history.Record.FromRest(positions, rows => rows).Written().ShouldBe(history.Record.Folded(positions).Written());
    });

    [Fact]
    public void Rows_at_rest_fold_to_the_same_columns_in_whatever_order_they_come() => output.HoldFor(history =>
    {
        var shuffle = new Random(history.Record.Events.Count);
        foreach (var positions in Moments(history))
            history.Record.FromRest(positions, rows => rows.OrderBy(_ => shuffle.Next())).Written().ShouldBe(history.Record.Folded(positions).Written());
    });

    [Fact]
    public void A_check_is_the_same_in_whatever_order_rows_come_and_another_without_one_of_them() => output.HoldFor(history =>
    {
        RowAtRest[] rows = [.. ColumnsOf.Rows(history.Record).Where(r => r.Relationship == 0).Select(r => r.Row)];
        var check = Check(rows);
        Check(rows.Reverse()).ShouldBe(check);
        foreach (var row in rows)
            Check(rows.Where(r => r != row)).Digest.ShouldNotBe(check.Digest);
    });

    private static CheckAtRest Check(IEnumerable<RowAtRest> rows) => rows.Aggregate(default(CheckAtRest), (check, row) => check.With(row));

    // The last, one in the middle, and one that has come further in one relationship than in the others.
    private static IEnumerable<Positions> Moments(History history)
    {
        var (middle, last) = (history.Moments[history.Moments.Count / 2].Positions, history.Last.Positions);
        return [last, middle, Positions.Of(last.ByRelationship.Select((p, i) => KeyValuePair.Create(p.Key, i == 0 ? p.Value : middle[p.Key])))];
    }
}

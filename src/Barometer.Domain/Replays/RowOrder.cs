namespace Barometer.Domain.Replays;

/// <summary>Orders rows by relationship, then day, then reference, in time that grows with their number alone.</summary>
internal static class RowOrder
{
    /// <summary>The rows in their order.</summary>
    public static int[] Of(List<int> relationship, List<int> day, List<int> issue, List<int> ordinal)
    {
        var order = new int[day.Count];
        for (var row = 0; row < order.Length; row++)
            order[row] = row;
        foreach (var column in (List<int>[])[ordinal, issue, day, relationship])
            order = By(column, order);
        return order;
    }

    // A counting sort: rows of one value keep the order that they had. What is in order already stays as it is.
    private static int[] By(List<int> column, int[] order)
    {
        if (IsOrdered(column, order))
            return order;
        var (least, most) = (column.Min(), column.Max());
        var next = new int[(long)most - least + 2];
        foreach (var row in order)
            next[column[row] - least + 1]++;
        for (var value = 1; value < next.Length; value++)
            next[value] += next[value - 1];
        var ordered = new int[order.Length];
        foreach (var row in order)
            ordered[next[column[row] - least]++] = row;
        return ordered;
    }

    private static bool IsOrdered(List<int> column, int[] order)
    {
        for (var place = 1; place < order.Length; place++)
        {
            if (column[order[place]] < column[order[place - 1]])
                return false;
        }

        return true;
    }
}

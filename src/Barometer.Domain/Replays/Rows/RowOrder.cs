namespace Barometer.Domain.Replays.Rows;

/// <summary>Orders the rows of a relationship by day, then reference, then dimension, in time that grows with their number and with how far apart their values lie.</summary>
internal static class RowOrder
{
    /// <summary>The rows in their order; null where they are in it already.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="dimension">The place of each kind's dimension among all.</param>
    public static int[]? Of(ReadOnlySpan<Row> rows, int[] dimension)
    {
        if (AreOrdered(rows, dimension))
            return null;
        var (order, column) = (new int[rows.Length], new int[rows.Length]);
        for (var row = 0; row < order.Length; row++)
            (order[row], column[row]) = (row, dimension[rows[row].Kind]);
        order = By(column, order);
        for (var row = 0; row < column.Length; row++)
            column[row] = rows[row].Ordinal;
        order = By(column, order);
        for (var row = 0; row < column.Length; row++)
            column[row] = rows[row].Issue;
        order = By(column, order);
        for (var row = 0; row < column.Length; row++)
            column[row] = rows[row].Day;
        return By(column, order);
    }

    private static bool AreOrdered(ReadOnlySpan<Row> rows, int[] dimension)
    {
        for (var row = 1; row < rows.Length; row++)
        {
            ref readonly var before = ref rows[row - 1];
            ref readonly var after = ref rows[row];
            if (before.Day < after.Day)
                continue;
            if ((before.Day, before.Issue, before.Ordinal, dimension[before.Kind]).CompareTo((after.Day, after.Issue, after.Ordinal, dimension[after.Kind])) > 0)
                return false;
        }

        return true;
    }

    /// <summary>A counting sort: rows of one value keep the order that they had. What is in order already stays as it is.</summary>
    public static int[] By(int[] column, int[] order)
    {
        if (IsOrdered(column, order))
            return order;
        var (least, most) = (column.Min(), column.Max());
        var next = new int[(long)most - least + 2];
        foreach (var value in column)
            next[value - least + 1]++;
        for (var value = 1; value < next.Length; value++)
            next[value] += next[value - 1];
        var ordered = new int[order.Length];
        foreach (var row in order)
            ordered[next[column[row] - least]++] = row;
        return ordered;
    }

    private static bool IsOrdered(int[] column, int[] order)
    {
        for (var place = 1; place < order.Length; place++)
        {
            if (column[order[place]] < column[order[place - 1]])
                return false;
        }

        return true;
    }
}

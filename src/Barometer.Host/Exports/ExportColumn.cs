namespace Barometer.Host.Exports;

/// <summary>What the cells of a column hold; each may be absent.</summary>
internal enum CellType
{
    /// <summary>Text, whatever it looks like: <see cref="string"/>.</summary>
    Text,

    /// <summary>A whole number: <see cref="long"/>.</summary>
    WholeNumber,

    /// <summary>A number with at most nine decimals, exactly: <see cref="decimal"/>.</summary>
    ExactDecimal,

    /// <summary>A day without time: <see cref="DateOnly"/>.</summary>
    Day,

    /// <summary>A moment in UTC, to the microsecond: <see cref="DateTimeOffset"/>.</summary>
    Instant,

    /// <summary>Yes or no: <see cref="bool"/>.</summary>
    YesNo,
}

/// <summary>A column of an export.</summary>
/// <param name="Name">As in the header row: <c>printed_date</c>.</param>
/// <param name="Type">What its cells hold.</param>
/// <param name="Meaning">What they say, with unit and range.</param>
internal sealed record ExportColumn(string Name, CellType Type, string Meaning);

/// <summary>A column, and how it is filled from a row of an answer.</summary>
/// <typeparam name="TRow">What a row is made from.</typeparam>
/// <param name="Said">What it is.</param>
/// <param name="Value">The value of a cell, of the column's type; null where it is absent.</param>
internal sealed record Column<TRow>(ExportColumn Said, Func<TRow, object?> Value)
{
    public static Column<TRow> Text(string name, Func<TRow, string?> value, string meaning) => new(new ExportColumn(name, CellType.Text, meaning), value);

    public static Column<TRow> Number(string name, Func<TRow, long?> value, string meaning) => new(new ExportColumn(name, CellType.WholeNumber, meaning), row => value(row));

    public static Column<TRow> Exact(string name, Func<TRow, decimal?> value, string meaning) => new(new ExportColumn(name, CellType.ExactDecimal, meaning), row => value(row));

    public static Column<TRow> Day(string name, Func<TRow, DateOnly?> value, string meaning) => new(new ExportColumn(name, CellType.Day, meaning), row => value(row));

    public static Column<TRow> Instant(string name, Func<TRow, DateTimeOffset?> value, string meaning) => new(new ExportColumn(name, CellType.Instant, meaning), row => value(row));

    public static Column<TRow> YesNo(string name, Func<TRow, bool?> value, string meaning) => new(new ExportColumn(name, CellType.YesNo, meaning), row => value(row));
}

using Barometer.Domain.RuleSets.Arithmetic;
using Parquet;
using Parquet.Schema;

namespace Barometer.Host.Exports.Parquet;

/// <summary>The values of one column for one group of rows.</summary>
internal abstract class ColumnChunk(DataField field)
{
    // What a fixed-point number may hold: ten digits before the point.
    private const int Precision = 10 + FixedPoint.Decimals;

    /// <summary>How the column is declared.</summary>
    public DataField Field { get; } = field;

    /// <summary>Adds a value of the column's type, or null.</summary>
    public abstract void Add(object? value);

    /// <summary>Writes what was added, and forgets it.</summary>
    public abstract Task WriteTo(ParquetRowGroupWriter group, CancellationToken cancellation);

    /// <summary>An empty chunk for a column.</summary>
    public static ColumnChunk Of(ExportColumn column) => column.Type switch
    {
        CellType.WholeNumber => new Values<long>(new DataField<long>(column.Name, nullable: true), value => (long)value),
        CellType.ExactDecimal => new Values<decimal>(new DecimalDataField(column.Name, Precision, FixedPoint.Decimals, isNullable: true), value => (decimal)value),
        CellType.Day => new Values<DateOnly>(new DataField<DateOnly>(column.Name, nullable: true), value => (DateOnly)value),
        CellType.Instant => new Values<DateTime>(
            new DateTimeDataField(column.Name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, DateTimeTimeUnit.Micros, isNullable: true), value => ((DateTimeOffset)value).UtcDateTime),
        CellType.YesNo => new Values<bool>(new DataField<bool>(column.Name, nullable: true), value => (bool)value),
        _ => new Texts(new DataField<string>(column.Name, nullable: true)),
    };

    private sealed class Values<T>(DataField field, Func<object, T> read) : ColumnChunk(field)
        where T : struct
    {
        private readonly List<T?> _values = [];

        public override void Add(object? value) => _values.Add(value is null ? null : read(value));

        public override async Task WriteTo(ParquetRowGroupWriter group, CancellationToken cancellation)
        {
            await group.WriteAsync<T>(Field, _values.ToArray(), cancellationToken: cancellation);
            _values.Clear();
        }
    }

    private sealed class Texts(DataField field) : ColumnChunk(field)
    {
        private readonly List<string?> _values = [];

        public override void Add(object? value) => _values.Add((string?)value);

        public override async Task WriteTo(ParquetRowGroupWriter group, CancellationToken cancellation)
        {
            await group.WriteAsync(Field, _values!);
            _values.Clear();
        }
    }
}

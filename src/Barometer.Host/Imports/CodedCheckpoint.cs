using System.Collections.Immutable;
using Barometer.Publications.Coded;

namespace Barometer.Host.Imports;

/// <summary>How far the import of a file has come, kept in the transaction of every batch.</summary>
/// <param name="Id">Which file, by the digest of its content, read how.</param>
/// <param name="Rows">How many of its rows are done.</param>
/// <param name="InRecord">How many of these are in the record.</param>
/// <param name="Refused">Those that a rule refused.</param>
public sealed record CodedCheckpoint(string Id, int Rows, int InRecord, ImmutableArray<RefusedRows> Refused)
{
    /// <summary>Before the first row.</summary>
    public static CodedCheckpoint Start(string id) => new(id, 0, 0, []);

    /// <summary>With one more row refused.</summary>
    public CodedCheckpoint Refuse(CodedRow row, string why)
    {
        var known = Refused.FirstOrDefault(r => r.Why == why);
        return this with { Refused = known is null ? Refused.Add(new RefusedRows(why, 1, row.Line)) : Refused.Replace(known, known with { Rows = known.Rows + 1 }) };
    }
}

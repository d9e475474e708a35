using System.Globalization;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Host.Tests.Replays.Sql;

/// <summary>Values as they are written in a query.</summary>
internal static class SqlText
{
    public static string Of(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    public static string Of(FixedPoint number) => $"{number.ToDecimal().ToString(CultureInfo.InvariantCulture)}::numeric";

    public static string Of(DateOnly day) => $"date '{day:yyyy-MM-dd}'";

    public static string Array(IEnumerable<string> texts) => $"array[{string.Join(", ", texts.Select(Of))}]::text[]";

    /// <summary>A word as it is compared: in capitals or not, with spaces or hyphens.</summary>
    public static string Plain(string column) => $"translate(upper({column}), '-_', '  ')";

    /// <summary>The same of a word that a rule names.</summary>
    public static string PlainWord(string word) => word.ToUpperInvariant().Replace('-', ' ').Replace('_', ' ');
}

using System.Globalization;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Record;

namespace Barometer.Publications.Csv;

/// <summary>Understands rows of printed figures.</summary>
internal static class FigureRows
{
    public static Decision<ReadFigure> Read(Row row, Settings settings)
    {
        if (row.Said("publication") is not { } publication)
            return Refusal.Usage("The publication is missing.");
        if (!PeriodId.TryParse(row["period"], CultureInfo.InvariantCulture, out var period) || settings.Calendar.IssueOf(period) is null)
            return Refusal.Usage($"'{row["period"]}' is no period of {settings.Name}; one looks like {settings.Calendar.PeriodOf(1)}.");
        if (!settings.Find(row["relationship"]).Accepted(out var relationship, out var refusal))
            return refusal;
        if (relationship.Dimension(row["dimension"]) is not { } dimension)
            return Refusal.Usage($"{relationship.Name} has no dimension '{row["dimension"]}'; it has {string.Join(" and ", relationship.Dimensions.Select(d => d.Key))}.");
        return Figure(row, relationship, dimension).Then(figure => new ReadFigure(publication, period, figure));
    }

    private static Decision<PrintedFigure> Figure(Row row, Relationship relationship, Dimension dimension)
    {
        if (Word.Read<FigureKind>(row["figure"]) is not { } kind)
            return Refusal.Usage($"'{row["figure"]}' is no figure; there are {string.Join(", ", Word.All<FigureKind>())}.");
        var printed = row["printed"];
        if (kind == FigureKind.Band)
            return printed.Length > 0 ? new PrintedFigure(relationship.Key, dimension.Key, kind, Points: null, printed, row["place"], row.FirstLine) : Refusal.Usage("The colour is missing.");
        if (!int.TryParse(Dashes.Plain(printed), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var points))
            return Refusal.Usage($"'{printed}' is no whole number.");
        return (kind is FigureKind.Positive or FigureKind.ChartPositive && points < 0) || (kind is FigureKind.Negative or FigureKind.ChartNegative && points > 0)
            ? Refusal.Usage($"{row["figure"]} points are not {Score.Signed(points)}.")
            : new PrintedFigure(relationship.Key, dimension.Key, kind, points, Band: null, row["place"], row.FirstLine);
    }
}

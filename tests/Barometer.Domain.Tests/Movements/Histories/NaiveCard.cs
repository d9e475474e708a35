using Barometer.Domain.Developments;
using Barometer.Domain.Periods;

namespace Barometer.Domain.Tests.Movements.Histories;

/// <summary>What an index is, told without events and movements: what stands is added up.</summary>
internal sealed record NaiveFigure(int Positive, int Negative, int Developments)
{
    public static NaiveFigure Zero { get; } = new(0, 0, 0);

    public static NaiveFigure operator +(NaiveFigure one, NaiveFigure other) =>
        new(one.Positive + other.Positive, one.Negative + other.Negative, one.Developments + other.Developments);

    public static NaiveFigure operator -(NaiveFigure one, NaiveFigure other) =>
        new(one.Positive - other.Positive, one.Negative - other.Negative, one.Developments - other.Developments);
}

/// <summary>The card of a development in a card box.</summary>
internal sealed class NaiveCard(string relationship, PeriodId period, PrintedDate date, Points? points)
{
    public string Relationship { get; } = relationship;

    public PeriodId Period { get; set; } = period;

    public PrintedDate Date { get; set; } = date;

    public Points? Points { get; set; } = points;

    public bool InBox { get; set; } = true;

    /// <summary>How often it was written on.</summary>
    public int Written { get; set; } = 1;

    public bool CountsBy(DateOnly day)
    {
        var on = Date.Latest ?? Period.LastDay;
        return (on < Period.FirstDay ? Period.FirstDay : on > Period.LastDay ? Period.LastDay : on) <= day;
    }
}

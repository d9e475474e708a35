using System.Globalization;
using Barometer.Domain.Developments;

namespace Barometer.Benchmarks;

/// <summary>Something made up to be scored, the same for the same number; about as long as what a real issue says.</summary>
/// <param name="Number">0 or more.</param>
/// <param name="Days">Over how many days, from the first period's first, such things happen; by default twenty years of six issues each.</param>
internal sealed record Happening(int Number, int Days = 7_300)
{
    private static readonly string[] Types = ["CONSULT", "COOPERATE", "AGREE", "REQUEST", "ACCUSE"];
    private static readonly string[] Contexts = ["economic", "military", "diplomatic"];

    public int Points { get; } = (Number % 7) - 3;

    public string Relationship => Publisher.KeyOf(Number % Publisher.Relationships);

    public string Title => string.Create(CultureInfo.InvariantCulture, $"Ministers met for the {Number}. time and spoke about trade, transit and the price of gas");

    public string Source => string.Create(CultureInfo.InvariantCulture, $"https://example.org/news/{Number}");

    public string EventType => Types[Number % Types.Length];

    public string Context => Contexts[Number % Contexts.Length];

    /// <summary>The day on which it happened.</summary>
    public DateOnly Day => Publisher.FirstPeriod.FirstDay.AddDays((int)(Number * 37L % Days));

    /// <summary>The command to score it, in the first period whatever its day.</summary>
    public ScoreDevelopment Score(string relationship) => new()
    {
        Relationship = relationship,
        Period = Publisher.FirstPeriod,
        Particulars = Particulars,
        Points = Domain.Developments.Points.Of("development", Points),
        Actor = "bench",
    };

    private Particulars Particulars => new()
    {
        Title = Title,
        Date = PrintedDate.On(Publisher.FirstPeriod.FirstDay.AddDays(Number % 59)),
        Sources = [Source],
        Classification = new Classification { EventType = EventType, Mode = "visit", Contexts = [Context] },
    };
}

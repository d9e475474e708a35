using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;
using Barometer.Domain.Tests.Barometers;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.Developments;

/// <summary>Developments and periods as the record would have them: made by decisions and folds, never by hand.</summary>
internal static class Given
{
    public static Settings Settings => SmallBarometer.Settings;

    public static Period Open(PeriodId? period = null) =>
        Period.Fold(state: null, Opening.Decide(new OpenPeriod(period ?? SmallBarometer.Issue12, "ina"), Settings, period: null).ShouldBeAccepted());

    public static Period Closed(PeriodId? id = null)
    {
        var period = Open(id);
        var command = new ClosePeriod(period.PeriodId, [], "vera");
        return Period.Fold(period, Closing.Decide(command, period, [], [], RuleSet.AsPublished, Domain.Movements.Positions.Start).ShouldBeAccepted());
    }

    public static Development Scored(int points = 3) => Scored(Ask.Score(points));

    public static Development Scored(ScoreDevelopment command, int ordinal = 1, PeriodId? period = null) =>
        Fold(Scoring.Decide(command, Reference(command.Relationship, ordinal), Settings, Open(period)).ShouldBeAccepted());

    public static Development Unscored() =>
        Fold(Recording.Decide(Ask.Record(), Reference(SmallBarometer.Russia), Settings, Open()).ShouldBeAccepted());

    public static Development Withdrawn()
    {
        var development = Scored();
        return development.After(Withdrawing.Decide(development.Withdraw(), development, Open()).ShouldBeAccepted());
    }

    public static Development After(this Development development, DevelopmentEvent e) => Development.Fold(development, e);

    public static Reference Reference(string relationship, int ordinal = 1) => new(SmallBarometer.Relationship(relationship).Prefix, 12, ordinal);

    private static Development Fold(DevelopmentRecorded e) => Development.Fold(state: null, e);
}

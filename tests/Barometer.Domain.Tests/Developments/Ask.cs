using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Tests.Barometers;

namespace Barometer.Domain.Tests.Developments;

/// <summary>What an editor asks for, with nothing said that need not be.</summary>
internal static class Ask
{
    public static readonly PrintedDate Date = PrintedDate.On(new DateOnly(2019, 11, 20));

    public static ScoreDevelopment Score(int points = 3) => Score(SmallBarometer.Russia, SmallBarometer.Points(points));

    public static ScoreDevelopment Score(string relationship, Points points) =>
        new() { Relationship = relationship, Particulars = Told(), Points = points, Actor = "ina" };

    public static RecordUnscored Record() => new() { Relationship = SmallBarometer.Russia, Particulars = Told(), Actor = "ina" };

    public static ConsiderAndNotScore NotScore() =>
        new() { Relationship = SmallBarometer.Russia, Particulars = Told(), Actor = "ina", Reason = "scored in the issue before" };

    public static GivePoints Give(this Development d, int points) => new() { Reference = d.Reference, Actor = "ales", Points = SmallBarometer.Points(points) };

    public static AmendPoints Amend(this Development d, int points) => d.Amend(SmallBarometer.Points(points));

    public static AmendPoints Amend(this Development d, Points points) => new() { Reference = d.Reference, Actor = "ales", Points = points };

    public static WithdrawDevelopment Withdraw(this Development d) => new() { Reference = d.Reference, Actor = "ales", Reason = "entered twice" };

    public static ReinstateDevelopment Reinstate(this Development d) => new() { Reference = d.Reference, Actor = "ales", Reason = "not entered twice" };

    public static RedateDevelopment Redate(this Development d, PrintedDate date) => new() { Reference = d.Reference, Actor = "ales", Date = date };

    public static RefileDevelopment Refile(this Development d, PeriodId to) => new() { Reference = d.Reference, Actor = "ales", To = to, Reason = "continued from there" };

    public static ClassifyDevelopment Classify(this Development d, ClassificationChange change) =>
        new() { Reference = d.Reference, Actor = "ales", Change = change };

    public static DescribeDevelopment Describe(this Development d, string? title = null) => new() { Reference = d.Reference, Actor = "ales", Title = title };

    public static NoteDevelopment Note(this Development d, string note = "ask the embassy") => new() { Reference = d.Reference, Actor = "ales", Note = note };

    public static LinkSameHappening Link(this Development d, Development other) => new() { Reference = d.Reference, Actor = "ales", With = other.Reference };

    public static T After<T>(this T command, ReasonKind? kind, string? reason)
        where T : DevelopmentCommand =>
        (T)(command with { ReasonKind = kind, Reason = reason });

    private static Particulars Told() => new() { Title = "Presidents meet", Date = Date };
}

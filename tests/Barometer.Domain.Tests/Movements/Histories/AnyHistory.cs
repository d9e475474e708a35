using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Tests.Barometers;
using CsCheck;

namespace Barometer.Domain.Tests.Movements.Histories;

/// <summary>Generates what editors do, mostly what makes sense: wrong steps are among them, so that refusals occur.</summary>
internal static class AnyHistory
{
    private static readonly string[] Dates =
        ["5 November", "20 November", "20 November", "4-8 December", "Mid-November", "November-December", "Around 20 October", "29 December - 3 January", "7 January", "-"];

    private static readonly Gen<Act> Acts = Gen.Frequency(
        (10, Gen.Const(Act.Score)),
        (2, Gen.Const(Act.RecordUnscored)),
        (1, Gen.Const(Act.ConsiderAndNotScore)),
        (3, Gen.Const(Act.GivePoints)),
        (8, Gen.Const(Act.Amend)),
        (4, Gen.Const(Act.Withdraw)),
        (5, Gen.Const(Act.Reinstate)),
        (4, Gen.Const(Act.Redate)),
        (5, Gen.Const(Act.Refile)),
        (1, Gen.Const(Act.Note)),
        (2, Gen.Const(Act.Link)),
        (1, Gen.Const(Act.Classify)),
        (1, Gen.Const(Act.Describe)),
        (3, Gen.Const(Act.Close)),
        (6, Gen.Const(Act.Approve)),
        (3, Gen.Const(Act.Reject)));

    private static readonly Gen<int> Part = Gen.Frequency((6, Gen.Int[0, 3]), (4, Gen.Const(0)), (1, Gen.Const(4)));

    private static readonly Gen<Parts> Parts = Gen.Select(Part, Part, Part, Part, (a, b, c, d) => new Parts(a, -b, c, -d));

    private static readonly Gen<Manner> Manners = Gen.Select(
        Gen.Frequency((4, Gen.Const(Seen.Unsaid)), (4, Gen.Const(Seen.Current)), (1, Gen.Const(Seen.Stale))),
        Gen.Frequency((6, Gen.Const((string?)"looked at again")), (1, Gen.Const((string?)null))),
        Gen.Frequency((3, Gen.Enum<ReasonKind>().Select(k => (ReasonKind?)k)), (1, Gen.Const((ReasonKind?)null))),
        Gen.Bool,
        Gen.Frequency((4, Gen.Const(true)), (1, Gen.Const(false))),
        (seen, reason, kind, knowingly, answers) => new Manner(seen, reason, kind, knowingly, answers));

    private static readonly Gen<PrintedDate> PrintedDates = Gen.Int[0, Dates.Length - 1].Select(i => PrintedDateReading.Read(Dates[i], SmallBarometer.Issue12)!);

    /// <summary>Some sixty steps in three relationships and three periods.</summary>
    public static Gen<Step[]> Steps { get; } = Gen.Select(
        Acts, Gen.Int[0, 2], Gen.Int[0, 99], Gen.Int[0, 99], Gen.Int[0, 2], Parts, PrintedDates, Manners,
        (act, relationship, development, other, period, parts, date, manner) => new Step(act, relationship, development, other, period, parts, date, manner))
        .Array[0, 60];
}

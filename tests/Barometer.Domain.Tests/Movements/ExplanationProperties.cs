using Barometer.Domain.Barometers;
using Barometer.Domain.Movements;
using Barometer.Domain.Proposals;
using Barometer.Domain.Tests.Movements.Histories;

namespace Barometer.Domain.Tests.Movements;

/// <summary>What must always hold, 2: explanations add up, and one goes on where another ends.</summary>
public class ExplanationProperties(ITestOutputHelper output)
{
    [Fact]
    public void What_an_explanation_leaves_unexplained_is_nothing() => output.HoldFor(history =>
    {
        foreach (var (from, _, to) in Cuts(history))
        {
            foreach (var account in Account.All)
                Explain(history, account, from, to).Residual.ShouldAgreeWith(0, account, to);
        }
    });

    [Fact]
    public void From_A_to_B_and_from_B_to_C_is_from_A_to_C_cause_by_cause() => output.HoldFor(history =>
    {
        foreach (var (a, b, c) in Cuts(history))
        {
            foreach (var account in Account.All)
            {
                var parts = Explain(history, account, a, b).Causes.Concat(Explain(history, account, b, c).Causes).SelectMany(x => x.Movements).ToLookup(m => m.Cause);
                var whole = Explain(history, account, a, c).Causes;
                whole.Select(x => x.Cause).SequenceEqual(parts.Select(p => p.Key).Order()).ShouldAgreeWith(true, account, c);
                foreach (var cause in whole)
                    cause.Movements.SequenceEqual(parts[cause.Cause].OrderBy(m => m.Place.Position).ThenBy(m => m.Day)).ShouldAgreeWith(true, account, c);
            }
        }
    });

    [Fact]
    public void Each_cause_explains_what_its_own_steps_changed() => output.HoldFor(history =>
    {
        foreach (var (from, _, to) in Cuts(history))
        {
            foreach (var account in Account.All)
            {
                var told = Explain(history, account, from, to).Causes.ToDictionary(c => c.Cause, c => (c.Positive, c.Negative));
                foreach (var cause in Enum.GetValues<Cause>())
                    told.GetValueOrDefault(cause).ShouldAgreeWith(Changed(history, account, from, to, cause), account, to);
            }
        }
    });

    /// <summary>By the card box: what the steps of one kind changed, each by the difference that it made.</summary>
    private static (int, int) Changed(History history, Account account, Moment from, Moment to, Cause cause)
    {
        var change = NaiveFigure.Zero;
        for (var i = IndexOf(history, from) + 1; i <= IndexOf(history, to); i++)
        {
            if (CauseOf(Done(history, i)) == cause)
                change += history.Moments[i][account] - history.Moments[i - 1][account];
        }

        return (change.Positive, change.Negative);
    }

    /// <summary>What a step did: an approval does what was proposed.</summary>
    private static Act Done(History history, int step)
    {
        var (before, after) = (history.Moments[step - 1], history.Moments[step]);
        var approved = Enumerable.Range(0, before.Tray.Length).Where(slip => before.Tray[slip] != after.Tray[slip] && after.Tray[slip] == ProposalState.Approved).ToArray();
        return approved is [var one] ? history.Moments.First(m => m.Proposals > one).Step!.Act : after.Step!.Act;
    }

    private static Cause? CauseOf(Act act) => act switch
    {
        Act.Score or Act.GivePoints => Cause.New,
        Act.Amend => Cause.Amended,
        Act.Withdraw => Cause.Withdrawn,
        Act.Reinstate => Cause.Reinstated,
        Act.Refile => Cause.Refiled,
        Act.Redate => Cause.Redated,
        _ => null,
    };

    private static Explanation Explain(History history, Account account, Moment from, Moment to) => Explanation.Of(
        from.Figure(account),
        to.Figure(account),
        new Dimension(account.Dimension, account.Dimension, "improved", "worsened"),
        history.Record.Movements.Where(m => m.Place.Position > from.Positions[m.Place.Relationship] && m.Place.Position <= to.Positions[m.Place.Relationship]).Reverse());

    /// <summary>Three moments in order, in some ways that a history can be cut.</summary>
    private static IEnumerable<(Moment A, Moment B, Moment C)> Cuts(History history)
    {
        var last = history.Moments.Count - 1;
        return from cut in new[] { (0, last / 2, last), (0, 0, last), (last / 3, last / 2, last - (last / 4)), (last / 5, last, last), (last / 2, (last / 2) + (last / 7), last) }
               select (history.Moments[cut.Item1], history.Moments[cut.Item2], history.Moments[cut.Item3]);
    }

    private static int IndexOf(History history, Moment moment)
    {
        for (var i = 0; i < history.Moments.Count; i++)
        {
            if (ReferenceEquals(history.Moments[i], moment))
                return i;
        }

        throw new ArgumentException("It is no moment of this history.", nameof(moment));
    }
}

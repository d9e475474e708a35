using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Proposals;

namespace Barometer.Domain.Tests.Movements.Histories;

/// <summary>A card box that follows the commands which were accepted.</summary>
internal sealed class NaiveModel
{
    private readonly Dictionary<Reference, NaiveCard> _cards = [];
    private readonly List<NaiveSlip> _tray = [];

    /// <summary>How each slip in the tray stands, in the order in which they were put there.</summary>
    public IEnumerable<ProposalState> Tray => _tray.Select(s => s.State);

    public void Add(Reference reference, RecordDevelopment command, PeriodId period, Points? points) =>
        _cards.Add(reference, new NaiveCard(command.Relationship, period, command.Particulars.Date, points));

    public void Follow(DevelopmentCommand command)
    {
        var card = Written(command.Reference);
        switch (command)
        {
            case GivePoints give: card.Points = give.Points; break;
            case AmendPoints amend: card.Points = amend.Points; break;
            case WithdrawDevelopment: card.InBox = false; break;
            case ReinstateDevelopment: card.InBox = true; break;
            case RedateDevelopment redate: card.Date = redate.Date; break;
            case RefileDevelopment refile: card.Period = refile.To; break;
            case LinkSameHappening link: Written(link.With); break;
            default: break;
        }
    }

    /// <summary>Puts a slip into the tray instead.</summary>
    public void Lay(object command, PeriodId? period = null)
    {
        var card = command is DevelopmentCommand revising ? _cards[revising.Reference] : null;
        _tray.Add(new NaiveSlip(command, period, card, card?.Written ?? 0));
    }

    /// <summary>Does what a slip says.</summary>
    public void Approve(int slip, Reference reference)
    {
        _tray[slip].Became = ProposalState.Approved;
        if (_tray[slip].Command is ScoreDevelopment score)
            Add(reference, score, _tray[slip].Period!.Value, score.Points);
        else
            Follow((DevelopmentCommand)_tray[slip].Command);
    }

    /// <summary>Strikes a slip out.</summary>
    public void Reject(int slip) => _tray[slip].Became = ProposalState.Rejected;

    /// <summary>What stands in a dimension of a relationship and period, counted by a day.</summary>
    public NaiveFigure Count(Account account, DateOnly day)
    {
        var sum = NaiveFigure.Zero;
        foreach (var card in _cards.Values)
        {
            if (!card.InBox || card.Points is null || card.Relationship != account.Relationship || card.Period != account.Period || !card.CountsBy(day))
                continue;
            foreach (var score in card.Points)
            {
                if (score.Dimension == account.Dimension)
                    sum += new NaiveFigure(score.Positive, score.Negative, 1);
            }
        }

        return sum;
    }

    private NaiveCard Written(Reference reference)
    {
        _cards[reference].Written++;
        return _cards[reference];
    }
}

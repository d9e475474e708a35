using Barometer.Domain.Developments;
using Barometer.Domain.Periods;

namespace Barometer.Domain.Tests.Movements.Histories;

/// <summary>A card box that follows the commands which were accepted.</summary>
internal sealed class NaiveModel
{
    private readonly Dictionary<Reference, NaiveCard> _cards = [];

    public void Add(Reference reference, RecordDevelopment command, PeriodId period, Points? points) =>
        _cards.Add(reference, new NaiveCard(command.Relationship, period, command.Particulars.Date, points));

    public void Follow(DevelopmentCommand command)
    {
        var card = _cards[command.Reference];
        switch (command)
        {
            case GivePoints give: card.Points = give.Points; break;
            case AmendPoints amend: card.Points = amend.Points; break;
            case WithdrawDevelopment: card.InBox = false; break;
            case ReinstateDevelopment: card.InBox = true; break;
            case RedateDevelopment redate: card.Date = redate.Date; break;
            case RefileDevelopment refile: card.Period = refile.To; break;
            default: break;
        }
    }

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
}

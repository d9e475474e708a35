using Barometer.Domain.Replays.Valuing;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Summing;

/// <summary>How an index stands on its way through a period, and what it owes to whom.</summary>
/// <param name="limit">Where nothing more is added in one direction; null where nothing saturates.</param>
/// <param name="decay">What is left of it after some days; null where nothing goes.</param>
internal sealed class RunningLevel(FixedPoint? limit, DecayFactors? decay)
{
    private (FixedPoint Positive, FixedPoint Negative) _now;
    private (FixedPoint Positive, FixedPoint Negative) _carriedOver;
    private (FixedPoint Positive, FixedPoint Negative) _taken;
    private (FixedPoint Positive, FixedPoint Negative) _saturated;
    private (FixedPoint Positive, FixedPoint Negative) _decayed;
    private int _day;

    /// <summary>A period begins: what stands is carried over.</summary>
    public void Begin()
    {
        _carriedOver = _now;
        _taken = _saturated = _decayed = default;
    }

    /// <summary>Takes a development's parts on a day that is not before the last.</summary>
    public void Take(int day, FixedPoint positive, FixedPoint negative, bool saturates)
    {
        Move(day);
        _taken = (_taken.Positive + positive, _taken.Negative + negative);
        if (saturates && limit is { } most)
        {
            var level = _now.Positive + _now.Negative;
            var (more, less) = (Saturated(positive, level, most), Saturated(negative, -level, most));
            _saturated = (_saturated.Positive + more - positive, _saturated.Negative + less - negative);
            (positive, negative) = (more, less);
        }

        _now = (_now.Positive + positive, _now.Negative + negative);
    }

    /// <summary>Ends the period on its last day, where what rules post by themselves counts, and posts what is carried over, saturation and decay.</summary>
    public void End(int lastDay, Account account, int saturation)
    {
        Move(lastDay);
        var sum = account.Sum();
        var alone = (Positive: sum.Positive - _taken.Positive, Negative: sum.Negative - _taken.Negative);
        _now = (_now.Positive + alone.Positive, _now.Negative + alone.Negative);
        account.Post(account.CarriedOver, _carriedOver.Positive, _carriedOver.Negative);
        account.Post(account.Decay, _decayed.Positive, _decayed.Negative);
        if (saturation >= 0)
            account.Post(Account.Rule(saturation), _saturated.Positive, _saturated.Negative);
    }

    private void Move(int day)
    {
        if (decay is not null && day > _day && _now != default)
        {
            var left = (Positive: decay.After(_now.Positive, day - _day), Negative: decay.After(_now.Negative, day - _day));
            _decayed = (_decayed.Positive + left.Positive - _now.Positive, _decayed.Negative + left.Negative - _now.Negative);
            _now = left;
        }

        _day = day;
    }

    // Rounded twice: part × (limit − distance), then ÷ limit.
    private static FixedPoint Saturated(FixedPoint part, FixedPoint distance, FixedPoint limit) =>
        distance <= FixedPoint.Zero || part == FixedPoint.Zero ? part
        : distance >= limit ? FixedPoint.Zero
        : part * (limit - distance) / limit;
}

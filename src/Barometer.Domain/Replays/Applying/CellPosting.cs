namespace Barometer.Domain.Replays;

/// <summary>Posts what developments are worth, and what each rule on them changes.</summary>
internal static class CellPosting
{
    /// <summary>Posts the cells of a segment.</summary>
    public static void Post(ReadOnlySpan<Cell> cells, Treatments treatments, Accounts accounts, int period)
    {
        var (account, dimension) = (default(Account), -1);
        foreach (var cell in cells)
        {
            var effects = treatments.EffectsOf(cell.Treatment);
            foreach (ref readonly var effect in effects.Postings.AsSpan())
            {
                if (effect.Dimension != dimension)
                    account = accounts[period, dimension = effect.Dimension];
                account!.Post(effect.Line, effect.Positive * cell.Rows, effect.Negative * cell.Rows, cell.Rows);
            }

            if (effects.Dimension < 0)
                continue;
            if (effects.Dimension != dimension)
                account = accounts[period, dimension = effects.Dimension];
            account!.Count(cell.Rows);
        }
    }

    /// <summary>Posts what rules file elsewhere.</summary>
    public static void PostRefiled(Sheet sheet)
    {
        foreach (var (period, share, worth, times) in sheet.Refiled())
        {
            var account = sheet.Accounts[period, sheet.Treatments.EffectsOf(share.Treatment).Dimension];
            // What stays in its period in part is one development that the rule changes there.
            account.Post(Account.Rule(share.Rule), worth.Positive * times, worth.Negative * times, times > 0 && share.Period == share.Filed ? 0 : 1);
            account.Count(times);
        }
    }
}

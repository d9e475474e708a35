namespace Barometer.Host.Terminal;

/// <summary>How what mends a refusal is typed.</summary>
internal static class RemedyTyped
{
    private static readonly string Kinds = string.Join('|', Word.All<Domain.Periods.ReasonKind>());

    /// <summary>The line to type, or the options to add.</summary>
    public static string Of(Remedy remedy) => remedy.Kind switch
    {
        RemedyKind.GiveReason => "--reason \"…\"",
        RemedyKind.GiveReasonAndKind => $"--reason-kind {Kinds} --reason \"…\"",
        RemedyKind.RecordAfterClosing => $"--after-closing --reason-kind {Kinds} --reason \"…\"",
        RemedyKind.GiveKey => "--key …",
        RemedyKind.GiveRevision => "--revision …",
        RemedyKind.GiveTitle => "--title \"…\"",
        RemedyKind.NamePeriod => "--period 2019-11/2019-12",
        RemedyKind.Answer => string.Join("\n  ", remedy.With.Select(key => $"--answer \"{key}=…\"")),
        RemedyKind.Declare => $"barometer declare --barometer {remedy.With[0]}",
        RemedyKind.Open => $"barometer open {(remedy.With is [var period] ? period : "PERIOD")}",
        RemedyKind.Score => $"barometer score {remedy.With[0]} --points …",
        RemedyKind.Amend => $"barometer amend {remedy.With[0]} --points …",
        RemedyKind.Reinstate => $"barometer reinstate {remedy.With[0]} --reason \"…\"",
        RemedyKind.DraftRules => "barometer rules draft FILE",
        RemedyKind.PublishRules => $"barometer rules publish {remedy.With[0]}",
        RemedyKind.ReplayLess => "--from … --to …",
        RemedyKind.ReadLess => "--period …",
        RemedyKind.Approve => $"barometer approve {remedy.With[0]} --actor …",
        RemedyKind.ProposeAgain => $"barometer proposals {remedy.With[0]}",
        RemedyKind.ReadAgain => $"barometer history {remedy.With[0]}",
        _ => throw new InvalidOperationException($"{remedy.Kind} is not known at this door."),
    };
}

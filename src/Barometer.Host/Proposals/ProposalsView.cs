using System.Collections.Immutable;
using Barometer.Domain.Developments;
using Barometer.Domain.Proposals;
using Spectre.Console;

namespace Barometer.Host.Proposals;

/// <summary>How a person sees proposals.</summary>
internal static class ProposalsView
{
    public static void Show(Door door, ImmutableArray<AnsweredProposal> proposals)
    {
        var table = Shown.Table("proposal", "state", "proposed", "who", "what", "why", "would move", "decided");
        foreach (var p in proposals)
        {
            table.AddRow(
                p.Id.ToString(), Word.Of(p.State), Shown.Moment(p.ProposedAt), p.ProposedBy.EscapeMarkup(), $"{Said(p)} ({p.Title})".EscapeMarkup(),
                $"{(p.ReasonKind is { } kind ? $"{Word.Of(kind)}: " : "")}{p.Reason}".EscapeMarkup(),
                (p.Refused is null ? string.Join(", ", p.Indices.Select(Move)) : "would be refused").EscapeMarkup(), Decided(p).EscapeMarkup());
        }

        if (proposals.IsEmpty)
            door.Out.WriteLine("There is no such proposal.");
        else
            door.Out.WriteWhole(table);
    }

    private static string Move(IndexChange index) =>
        $"{Shown.Index(index.After.Relationship, index.After.Dimension)} {Shown.Signed(index.Before.Aggregate)} → {Shown.Signed(index.After.Aggregate)}";

    private static string Decided(AnsweredProposal p) => p.State switch
    {
        ProposalState.Approved => $"by {p.ApprovedBy}: {p.Reference} revision {p.Made}",
        ProposalState.Rejected => $"by {p.RejectedBy}: {p.RejectedBecause}",
        _ => "",
    };

    private static string Said(AnsweredProposal p) => p.Command.Read() switch
    {
        ScoreDevelopment score => $"score {score.Points}",
        GivePoints give => $"score {p.Reference} {give.Points}",
        AmendPoints amend => $"amend {p.Reference} to {amend.Points}",
        RedateDevelopment redate => $"redate {p.Reference} to {redate.Date.Printed}",
        RefileDevelopment refile => $"refile {p.Reference} to {refile.To}",
        WithdrawDevelopment => $"withdraw {p.Reference}",
        ReinstateDevelopment => $"reinstate {p.Reference}",
        _ => p.Command.Name,
    };
}

using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Proposals;
using Barometer.Domain.Record;
using Barometer.Host.Proposals;
using Barometer.Host.Record;

namespace Barometer.Host.Tests.Proposals;

/// <summary>A record with one scored development of a period that was closed, and what is asked of it. Anna proposes, vera approves.</summary>
internal static class ClosedRecord
{
    public static async Task<(EmptyRecord Record, Reference Reference)> NewClosedRecord(this Server server)
    {
        var record = await (await server.NewRecord()).Declared();
        var reference = await record.Score("russia", 3);
        (await record.Send<PeriodClosed>(new ClosePeriod(EmptyRecord.Period, [], "boris"))).Expected();
        return (record, reference);
    }

    public static AmendPoints Amend(Reference reference, int points = 1, string actor = "anna") =>
        new() { Reference = reference, Points = Points.Of("development", points), Actor = actor, Reason = "misread", ReasonKind = ReasonKind.Error };

    public static ScoreDevelopment Late(int points = 2) =>
        EmptyRecord.Scored("russia", points) with { AfterClosing = true, Reason = "found in a footnote", ReasonKind = ReasonKind.NewInformation };

    public static NoteDevelopment Note(Reference reference) => new() { Reference = reference, Note = "seen", Actor = "carla" };

    public static async Task<RecordedProposal> Propose(this EmptyRecord record, object command) =>
        (await record.Send<Recorded>(command)).Expected().Proposal ?? throw new InvalidOperationException("It was recorded, not proposed.");

    public static Task<Decision<Recorded>> Approve(this EmptyRecord record, ProposalId id, string actor = "vera", string? key = null) =>
        record.Send<Recorded>(new ApproveProposal(id, actor), key: key);

    public static Task<Decision<ProposalRejected>> Reject(this EmptyRecord record, ProposalId id, string actor = "vera", string? reason = "the source stands", string? key = null) =>
        record.Send<ProposalRejected>(new RejectProposal(id, actor, reason), key: key);

    /// <summary>The proposals, as every door lists them.</summary>
    public static async Task<AnsweredProposal[]> Proposals(this EmptyRecord record, bool pending = false) =>
        [.. (await record.Read(s => Listing.Answer(s, new ProposalQuestion(pending), TestContext.Current.CancellationToken))).Expected()];

    public static async Task<ProposalState> StateOf(this EmptyRecord record, ProposalId id) => (await record.Proposals()).Single(p => p.Id == id).State;

    public static Task<long> Count(this EmptyRecord record, string events) =>
        record.Ask<long>($"select count(*) from barometer.mt_events where type = any(string_to_array('{events}', ','))");

    /// <summary>Everything that figures, revisions and positions stand in, as text: equal where nothing moved.</summary>
    public static Task<string> Figures(this EmptyRecord record) => record.Ask<string>(
        """
        select concat_ws(E'\n',
            (select string_agg(t::text, ',' order by t::text) from barometer.indices t),
            (select string_agg(t::text, ',' order by t::text) from barometer.movements t),
            (select string_agg(t::text, ',' order by t::text) from barometer.revision_history t),
            (select string_agg(id || data::text, ',' order by id) from barometer.mt_doc_development),
            (select string_agg(id || ':' || version, ',' order by id) from barometer.mt_streams where id like 'relationship/%'))
        """);
}

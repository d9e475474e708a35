using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Barometer.Domain.Developments;
using Barometer.Domain.People;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Barometer.Host.Store;
using Npgsql;
using Wolverine.Http;

namespace Barometer.Host.Developments;

/// <summary>One revision of a development.</summary>
/// <param name="Revision">Which; the first is 1.</param>
/// <param name="RecordedAt">When, in UTC.</param>
/// <param name="Actor">Who.</param>
/// <param name="Event">What, by its name in the record.</param>
/// <param name="Reason">Why, where it was said.</param>
/// <param name="ReasonKind">Of what kind the reason is, where a closed period was touched.</param>
/// <param name="Position">Its position in the relationship's stream.</param>
/// <param name="Sequence">Its sequence in the record.</param>
/// <param name="Data">The event whole: from what to what.</param>
/// <param name="ApprovedBy">Who approved it, where two persons were needed.</param>
public sealed record AnsweredRevision(
    int Revision, DateTimeOffset RecordedAt, string Actor, string Event, string? Reason, string? ReasonKind, long Position, long Sequence, JsonElement Data, string? ApprovedBy = null);

/// <summary>A development and everything that was recorded of it.</summary>
/// <param name="Development">As it stands.</param>
/// <param name="Revisions">Revision by revision.</param>
/// <param name="After">The revision behind which the next part begins; absent at the end.</param>
public sealed record AnsweredHistory(Development Development, ImmutableArray<AnsweredRevision> Revisions, int? After = null);

/// <summary>The doors of the history.</summary>
public static class History
{
    private const string Stands = $"select data from {RecordStore.Schema}.mt_doc_development where tenant_id = $1 and id = $2";

    private const string After =
        $"""
        select revision, recorded_at, actor, what, reason, reason_kind, position, sequence, e.data, approved_by
        from {RecordStore.Schema}.revision_history h join {RecordStore.Schema}.mt_events e on e.seq_id = h.sequence
        where h.barometer = $1 and h.reference = $2 and h.revision > $3 order by h.revision limit $4
        """;

    /// <summary>How much of it is told at once over HTTP.</summary>
    internal static Portion Portion { get; } = new(Usual: 1_000, Most: 1_000);

    /// <summary>One development, revision by revision: who, when, why, from what to what. Its entity tag is its revision.</summary>
    [WolverineGet("/v1/barometers/{barometer}/developments/{reference}/revisions", OperationId = "readRevisions"), Needs(Right.Read)]
    public static async Task<Answer<AnsweredHistory>> Get(string reference, int? after, int? take, HttpDoor door) =>
        (await door.Read(async session => Portion.Of(take).Accepted(out var most, out var refusal)
            ? await Answer(session, reference, after ?? 0, most, door.Cancellation)
            : refusal))
        .Tagged(history => history.Development.Revision.ToString(CultureInfo.InvariantCulture))
        .With(history => ("development", door.Link($"developments/{history.Development.Reference}")))
        .WithWhere(history => history.After is not null, history => ("next", door.Again(("after", history.After!.Value.ToString(CultureInfo.InvariantCulture)))));

    internal static Command Verb() => Terminal.Verb.Of(
        "history",
        "One development, revision by revision: who, when, why, from what to what.",
        [SharedOptions.Reference],
        (door, cancellation) => door.Read(session => Answer(session, door.Get(SharedOptions.Reference)!, after: 0, take: null, cancellation), cancellation),
        HistoryView.Show);

    internal static async Task<Decision<AnsweredHistory>> Answer(IQuerySession session, string named, int after, int? take, CancellationToken cancellation)
    {
        if (!Saying.Reference(named).Accepted(out var reference, out var refusal))
            return refusal;
        await using var trip = new OneTrip(session.Connection, session.TenantId);
        var settings = KnownSettings.Of(session.DocumentStore).Ask(trip, session.TenantId);
        var stands = trip.Ask(Stands, r => session.DocumentStore.Options.Serializer().FromJson<Development>(r, 0), OneTrip.Of(reference.ToString()));
        var revisions = trip.Ask(After, Revision, OneTrip.Of(reference.ToString()), OneTrip.Of(after), OneTrip.Of(take + 1L ?? long.MaxValue));
        trip.End();
        await trip.Send(cancellation);
        if (settings is [])
            return Domain.Barometers.Declaring.NotDeclared(session.TenantId);
        if (stands is not [var development])
            return reference.Missing();
        return revisions.Count > take
            ? new AnsweredHistory(development, [.. revisions.Take(take.Value)], revisions[take.Value - 1].Revision)
            : new AnsweredHistory(development, [.. revisions]);
    }

    private static AnsweredRevision Revision(NpgsqlDataReader r) => new(
        r.GetInt32(0), r.GetFieldValue<DateTimeOffset>(1), r.GetString(2), r.GetString(3), Text(r, 4), Text(r, 5), r.GetInt64(6), r.GetInt64(7), JsonElement.Parse(r.GetString(8)), Text(r, 9));

    private static string? Text(NpgsqlDataReader r, int column) => r.IsDBNull(column) ? null : r.GetString(column);
}

using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Barometer.Host.Serving;

/// <summary>
/// What went wrong, told to programs and people alike as problem details (RFC 9457). The detail is a sentence that says what to do; nothing
/// of the inside is told.
/// </summary>
internal static class Problems
{
    /// <summary>The member that names the one value that a problem is about.</summary>
    public const string Field = "field";

    public static Refusal KeyMissing { get; } =
        Refusal.Usage($"Send {SaidHeaders.KeyHeader}, a new one for each command: sent again with it, a command acts once.").About(SaidHeaders.KeyHeader).Until(RemedyKind.GiveKey);

    public static Refusal IfMatchMissing { get; } =
        Refusal.Usage("Send If-Match with the revision that you saw, as \"3\" (the ETag of the development), or * to act on the current one whatever it is.").About(HeaderNames.IfMatch).Until(RemedyKind.GiveRevision);

    /// <summary>A refusal as a problem.</summary>
    public static IResult Of(Refusal refusal)
    {
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (FieldOf(refusal) is { } field)
            extensions[Field] = field;
        if (refusal.Remedy is { } remedy)
            extensions["remedy"] = remedy;
        if (refusal.Current is { } current)
            extensions["current"] = current;
        return Of(KindOf(refusal), refusal.Sentence, extensions);
    }

    /// <summary>A problem of a kind.</summary>
    public static IResult Of(ProblemKind kind, string detail, IDictionary<string, object?>? extensions = null)
    {
        var (type, title, status) = ProblemTypes.Of(kind);
        return Results.Problem(detail, instance: null, status, title, type, extensions);
    }

    private static ProblemKind KindOf(Refusal refusal) => refusal switch
    {
        { Remedy.Kind: RemedyKind.GiveKey, Kind: RefusalKind.Conflict } => ProblemKind.IdempotencyKeyReused,
        { Remedy.Kind: RemedyKind.GiveKey } => ProblemKind.IdempotencyKeyMissing,
        { Remedy.Kind: RemedyKind.GiveRevision } => ProblemKind.IfMatchMissing,
        { Remedy.Kind: RemedyKind.ReplayLess } => ProblemKind.ReplayTooCostly,
        { Remedy.Kind: RemedyKind.ReadLess } => ProblemKind.AnswerTooLong,
        { Current: not null } => ProblemKind.StaleRevision,
        { Kind: RefusalKind.Usage } => ProblemKind.BadUsage,
        { Kind: RefusalKind.NotFound } => ProblemKind.NotFound,
        { Kind: RefusalKind.Conflict } => ProblemKind.Conflict,
        _ => ProblemKind.RefusedByRule,
    };

    // What is missing is told by what is to be done.
    private static string? FieldOf(Refusal refusal) => refusal.Field ?? refusal.Remedy?.Kind switch
    {
        RemedyKind.GiveReason or RemedyKind.GiveReasonAndKind => "reason",
        RemedyKind.GiveTitle => "title",
        RemedyKind.NamePeriod => "period",
        RemedyKind.GiveKey => SaidHeaders.KeyHeader,
        _ => null,
    };
}

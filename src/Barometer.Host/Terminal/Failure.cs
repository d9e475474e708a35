using Barometer.Host.Store;
using Barometer.Host.Store.Private;
using Npgsql;

namespace Barometer.Host.Terminal;

/// <summary>Tells a failure in a sentence: what was wrong, and what to do.</summary>
internal static class Failure
{
    public static string Told(Exception failure) => Known(failure) ?? $"Barometer has a fault: {failure.GetType().Name}: {failure.Message}";

    private static string? Known(Exception failure) => failure switch
    {
        DatabaseUnavailableException => failure.Message,
        PostgresException ended when ended.SqlState.StartsWith("57", StringComparison.Ordinal) => $"The database ended the session ({ended.MessageText}); what was not committed is not recorded. Try again.",
        PostgresException refused => $"The database refused ({refused.SqlState}): {refused.MessageText}. Nothing of this was recorded.",
        NpgsqlException => $"The database cannot be used: {failure.Message.TrimEnd('.')}. {(Database.IsPrivate ? "What was not committed is not recorded; try again." : $"Check {Database.ConnectionVariable} (for setting up {Database.OwnerVariable}), or unset it to use a private database.")}",
        IOException or UnauthorizedAccessException => failure.Message,
        _ when failure.InnerException is { } inner => Known(inner),
        _ => null,
    };
}

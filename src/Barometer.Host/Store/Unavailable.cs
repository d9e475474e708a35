using System.Net.Sockets;
using Npgsql;

namespace Barometer.Host.Store;

/// <summary>Tells a database that cannot be asked now, but later, from a fault.</summary>
internal static class Unavailable
{
    /// <summary>True where the database was not reached, was lost on the way, has no room, is shutting down, or gave the lock to somebody else.</summary>
    public static bool Is(Exception failure)
    {
        for (var at = failure; at is not null; at = at.InnerException)
        {
            // The classes of PostgreSQL's Appendix A: connection, rollback, resources, not in the right state, intervention.
            if (at is PostgresException told)
                return told.SqlState[..2] is "08" or "40" or "53" or "55" or "57";
            if (at is NpgsqlException or SocketException)
                return true;
        }

        return false;
    }
}

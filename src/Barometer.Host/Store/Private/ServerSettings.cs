namespace Barometer.Host.Store.Private;

/// <summary>The server's configuration; durability stays at PostgreSQL's defaults.</summary>
internal static class ServerSettings
{
    // Errors of statements reach their client anyway; kept out of the log, they cannot fill the disk.
    public static string For(string socketFolder) => $"""
        # Written by Barometer at every start.
        listen_addresses = ''
        port = {ServerSocket.Port}
        unix_socket_directories = '{socketFolder}'
        unix_socket_permissions = 0700
        max_connections = 300
        shared_buffers = 256MB
        timezone = 'UTC'
        log_min_messages = log
        log_checkpoints = off

        """;
}

namespace Barometer.Host.Store.Private;

/// <summary>There is no database to work with; the message is one sentence for a person: what is wrong, where, and what to do.</summary>
public sealed class DatabaseUnavailableException : Exception
{
    /// <inheritdoc/>
    public DatabaseUnavailableException()
    {
    }

    /// <inheritdoc/>
    public DatabaseUnavailableException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public DatabaseUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

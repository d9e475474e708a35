using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Barometer.Host.Tests.Serving;

/// <summary>Why a service failed: whoever was answered 500 was told nothing of its inside.</summary>
internal sealed class Failures : ILoggerProvider, ILogger
{
    private const string Handler = "Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware";

    private readonly ConcurrentQueue<string> _said = [];

    public IEnumerable<string> Said => _said;

    public ILogger CreateLogger(string categoryName) => categoryName == Handler ? this : NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            _said.Enqueue($"{formatter(state, exception)}\n{exception}");
    }

    public void Dispose()
    {
        // It holds nothing.
    }
}

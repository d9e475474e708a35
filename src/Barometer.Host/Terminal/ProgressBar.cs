using Spectre.Console;

namespace Barometer.Host.Terminal;

/// <summary>How a person sees that something long goes on.</summary>
internal static class ProgressBar
{
    private const int WorthABar = 1_000;

    /// <summary>Does something under a bar, where it is long and there is somebody to see it. What is reported each time is how much more was done.</summary>
    public static async Task<T> Over<T>(string what, long size, Func<IProgress<int>?, Task<T>> work)
    {
        if (size <= WorthABar || Console.IsErrorRedirected)
            return await work(null);
        // On standard error, so that standard output holds the answer alone.
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress().StartAsync(async progress =>
        {
            var task = progress.AddTask(what, maxValue: size);
            return await work(new Progress<int>(more => task.Increment(more)));
        });
    }
}

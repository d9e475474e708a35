using Spectre.Console;

namespace Barometer.Host.Terminal;

/// <summary>How a person sees that something long goes on.</summary>
internal static class ProgressBar
{
    private const int WorthABar = 1_000;

    /// <summary>A bar on standard error, so that standard output holds the answer alone.</summary>
    public static Progress Begin() => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }).Progress();

    /// <summary>Does something under a bar, where it is long and there is somebody to see it. What is reported each time is how much more was done.</summary>
    public static async Task<T> Over<T>(string what, long size, Func<IProgress<int>?, Task<T>> work)
    {
        if (size <= WorthABar || Console.IsErrorRedirected)
            return await work(null);
        return await Begin().StartAsync(async progress =>
        {
            var task = progress.AddTask(what, maxValue: size);
            return await work(new Progress<int>(more => task.Increment(more)));
        });
    }
}

using Spectre.Console;

namespace Barometer.Host.Terminal;

/// <summary>What a person reads on.</summary>
internal static class Screen
{
    // Into a file or a pipe nothing has to be folded.
    public const int Unlimited = 100_000;

    /// <summary>The terminal, or standard output as it is.</summary>
    public static IAnsiConsole Open()
    {
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = Unlimited;
        return AnsiConsole.Console;
    }
}

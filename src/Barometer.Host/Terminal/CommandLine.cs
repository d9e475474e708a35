using System.CommandLine.Parsing;

namespace Barometer.Host.Terminal;

/// <summary>Runs what was typed: a mistake in the typing is told in a sentence and has an exit code of its own.</summary>
internal static class CommandLine
{
    public static async Task<int> Run(RootCommand root, string[] args)
    {
        var said = root.Parse(args);
        if (said.Errors.Count > 0)
        {
            foreach (var error in said.Errors)
                await Console.Error.WriteLineAsync(InWords(error.Message));
            await Console.Error.WriteLineAsync($"See barometer {Path(said.CommandResult)}--help.");
            return ExitCodes.BadUsage;
        }

        var running = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
        // Asked to end, the service has the time it needs to bring to an end what it began.
        if (said.CommandResult.Command.Name == Serving.Serve.Name)
            running.ProcessTerminationTimeout = 2 * Serving.Running.Stopping.Patience;
        return await said.InvokeAsync(running);
    }

    // The library names the type that it expected, which is no word for a person.
    private static string InWords(string message) =>
        message.IndexOf(" as expected type", StringComparison.Ordinal) is >= 0 and var type ? $"{message[..type]}." : message;

    private static string Path(CommandResult at) => at.Parent is CommandResult parent ? $"{Path(parent)}{at.Command.Name} " : "";
}

using System.Text.Json;

namespace Barometer.Host.Terminal;

/// <summary>A verb of the command line: acts, and shows its answer to people or prints it for programs.</summary>
internal static class Verb
{
    /// <summary>A verb that answers, or is refused.</summary>
    /// <param name="name">As typed.</param>
    /// <param name="description">For its help.</param>
    /// <param name="symbols">Its arguments and options, in order.</param>
    /// <param name="act">What it does.</param>
    /// <param name="show">How a person sees the answer.</param>
    /// <param name="exitCode">What the process says with the answer; by default that it is done.</param>
    public static Command Of<TAnswer>(
        string name,
        string description,
        IEnumerable<Symbol> symbols,
        Func<Door, CancellationToken, Task<Decision<TAnswer>>> act,
        Action<Door, TAnswer> show,
        Func<TAnswer, int>? exitCode = null)
    {
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
                command.Add(argument);
            else
                command.Add((Option)symbol);
        }

        command.SetAction((said, cancellation) => Run(said, act, show, exitCode, cancellation));
        return command;
    }

    private static async Task<int> Run<TAnswer>(
        ParseResult said, Func<Door, CancellationToken, Task<Decision<TAnswer>>> act, Action<Door, TAnswer> show, Func<TAnswer, int>? exitCode, CancellationToken cancellation)
    {
        await using var door = new Door(said);
        try
        {
            if (!(await act(door, cancellation)).Accepted(out var answer, out var refusal))
                return Refuse(door, refusal);
            if (door.Json)
                Print(answer);
            else
                show(door, answer);
            return exitCode?.Invoke(answer) ?? ExitCodes.Done;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped. What was not committed is not recorded; it can be run again.");
            return ExitCodes.Failed;
        }
        catch (Exception failure)
        {
            await Console.Error.WriteLineAsync(Failure.Told(failure));
            return ExitCodes.Failed;
        }
    }

    private static int Refuse(Door door, Refusal refusal)
    {
        if (door.Json)
            Print(new { Refusal = refusal });
        Console.Error.WriteLine(refusal.Sentence);
        if (refusal.Remedy is { } remedy)
            Console.Error.WriteLine($"  {RemedyTyped.Of(remedy)}");
        return ExitCodes.Of(refusal);
    }

    private static void Print<T>(T answer) => Console.Out.WriteLine(JsonSerializer.Serialize(answer, RecordJson.Options));
}

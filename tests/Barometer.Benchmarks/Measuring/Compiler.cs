using System.Runtime;

namespace Barometer.Benchmarks.Measuring;

/// <summary>What is called often is compiled anew, twice, while it works: that goes on for a minute or two, and takes the processors meanwhile.</summary>
internal static class Compiler
{
    // So few methods are compiled in a turn when nothing is left to do.
    private const int AtRest = 50;
    private const int Most = 30;

    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(10);

    /// <summary>Has something work until the compiler has nothing left to do for it, but for five minutes at most.</summary>
    public static async Task Rest(Func<TimeSpan, Task> work)
    {
        var compiled = long.MaxValue;
        for (var turn = 0; turn < Most && compiled > AtRest; turn++)
        {
            var before = JitInfo.GetCompiledMethodCount();
            await work(Turn);
            compiled = JitInfo.GetCompiledMethodCount() - before;
        }
    }
}

using System.Globalization;

namespace Barometer.Benchmarks.Measuring;

/// <summary>How long the processors worked: unlike what was reached in a second, that depends little on what else the machine does.</summary>
/// <param name="Host">For this process.</param>
/// <param name="Server">For the database server, all its processes; zero where the system does not tell.</param>
internal sealed record ProcessorTime(TimeSpan Host, TimeSpan Server)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    public static ProcessorTime Now(string folder) => new(Environment.CpuUsage.TotalTime, OfServer(folder));

    public static ProcessorTime operator +(ProcessorTime one, ProcessorTime other) => new(one.Host + other.Host, one.Server + other.Server);

    public static ProcessorTime operator -(ProcessorTime to, ProcessorTime from) => new(to.Host - from.Host, to.Server - from.Server);

    // The server and its children, whose ticks stand in /proc; a line of its own tells the server's number.
    private static TimeSpan OfServer(string folder)
    {
        if (!Directory.Exists("/proc") || Directory.EnumerateFiles(folder, "postmaster.pid", SearchOption.AllDirectories).FirstOrDefault() is not { } file)
            return TimeSpan.Zero;
        var server = File.ReadLines(file).First().Trim();
        var fields = Directory.EnumerateDirectories("/proc").Where(d => char.IsDigit(Path.GetFileName(d)[0])).Select(Fields).OfType<string[]>();
        return Tick * fields.Where(f => f[0] == server || f[1] == server).Sum(f => long.Parse(f[11], CultureInfo.InvariantCulture) + long.Parse(f[12], CultureInfo.InvariantCulture));
    }

    // From the fourth on, what stands behind the name in brackets; before it the process's own number.
    private static string[]? Fields(string process)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(process, "stat"));
            return [Path.GetFileName(process), .. stat[(stat.LastIndexOf(')') + 4)..].Split(' ')];
        }
        catch (IOException)
        {
            return null; // It ended meanwhile.
        }
    }
}

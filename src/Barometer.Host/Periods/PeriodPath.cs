using Barometer.Domain.Periods;
using Barometer.Host.Serving;

namespace Barometer.Host.Periods;

/// <summary>A period as a part of an address, where no slash can stand: <c>2019-11--2019-12</c>.</summary>
internal static class PeriodPath
{
    private const string Between = "--";

    /// <summary>The period of a part of an address.</summary>
    public static Decision<PeriodId> Read(string part) => PeriodId.Read(part.Replace(Between, "/", StringComparison.Ordinal)).About("period");

    /// <summary>The address of a period.</summary>
    public static string Link(HttpDoor door, PeriodId period) => door.Link($"periods/{period.ToString().Replace("/", Between, StringComparison.Ordinal)}");
}

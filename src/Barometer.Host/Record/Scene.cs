using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;

namespace Barometer.Host.Record;

/// <summary>What a decision on a development may look at.</summary>
/// <param name="Development">The development.</param>
/// <param name="Settings">The barometer's settings.</param>
/// <param name="Period">The period that the development is filed under.</param>
internal sealed record Scene(Development Development, Settings Settings, Period Period);

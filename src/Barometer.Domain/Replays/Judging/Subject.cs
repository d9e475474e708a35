using Barometer.Domain.Developments;
using Barometer.Domain.Replays.Rows;

namespace Barometer.Domain.Replays.Judging;

/// <summary>What a condition looks at.</summary>
/// <param name="Classification">As recorded, or as an earlier rule says.</param>
/// <param name="Kind">The points as assigned.</param>
/// <param name="Relationship">The relationship's key.</param>
/// <param name="Day">The day on which it counts.</param>
/// <param name="Title">Its title; empty where no condition asks for titles.</param>
internal readonly record struct Subject(Classification Classification, Kind Kind, string Relationship, DateOnly Day, string Title);

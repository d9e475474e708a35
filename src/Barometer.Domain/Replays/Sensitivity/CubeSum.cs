namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>A sum over cells of an index: of all of them, or of a group that a rule caps.</summary>
/// <param name="Rule">The rule that caps it; -1 for the whole index.</param>
/// <param name="Cells">The cells.</param>
internal sealed record CubeSum(int Rule, CubeCell[] Cells);

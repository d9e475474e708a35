namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>Rows of an index that are worth the same under whatever numbers.</summary>
/// <param name="Place">Its place in its index.</param>
/// <param name="Alike">What they are worth, by place in <see cref="Cube.Worths"/>.</param>
/// <param name="Less">The same, had their coders given one less.</param>
/// <param name="More">The same, had they given one more.</param>
/// <param name="Rows">How many there are.</param>
internal readonly record struct CubeCell(int Place, int Alike, int Less, int More, int Rows)
{
    /// <summary>True where an error of their coders would change anything.</summary>
    public bool Errs => Less != Alike || More != Alike;
}

namespace Barometer.Host.Imports;

/// <summary>Progress that is told where it happens, so that nothing is told after the end.</summary>
/// <typeparam name="T">What is told.</typeparam>
/// <param name="told">Takes it.</param>
internal sealed class InPlace<T>(Action<T> told) : IProgress<T>
{
    /// <inheritdoc />
    public void Report(T value) => told(value);
}

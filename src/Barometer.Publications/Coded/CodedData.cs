using Barometer.Domain.Record;

namespace Barometer.Publications.Coded;

/// <summary>Reads a file of coded data, in whichever form.</summary>
public static class CodedData
{
    /// <summary>Its rows in their order, read as they are asked for; a refusal, and nothing after it, from where the file cannot be trusted.</summary>
    /// <param name="format">In what form.</param>
    /// <param name="file">The file, which can be sought, at its start.</param>
    /// <param name="name">Its name, for what a refusal says.</param>
    public static IEnumerable<Decision<CodedRow>> Read(CodedFormat format, Stream file, string name) => format switch
    {
        CodedFormat.Icews => IcewsReading.Read(file, name),
        CodedFormat.Gdelt => GdeltReading.Read(file, name),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, message: null),
    };
}

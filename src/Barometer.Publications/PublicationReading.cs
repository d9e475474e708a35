using Barometer.Domain.Barometers;

namespace Barometer.Publications;

/// <summary>Reads a file by its kind.</summary>
public static class PublicationReading
{
    /// <summary>What the file says; a file of no known kind is reported as not understood.</summary>
    public static Reading Read(Stream file, string fileName, Settings settings) =>
        fileName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? Csv.CsvReading.Read(file, fileName, settings) : new()
    {
        Publication = fileName,
        NotUnderstood = [new NotUnderstood(1, fileName, $"{settings.Name} has no reader for this kind of file yet.")],
    };
}

using System.Text.Json;

namespace Barometer.Domain.Record;

/// <summary>A value of an enumeration as the record, tables and people write it: <c>new-information</c>.</summary>
public static class Word
{
    /// <summary>The form of every such word.</summary>
    public static JsonNamingPolicy Form { get; } = JsonNamingPolicy.KebabCaseLower;

    /// <summary>The word for a value.</summary>
    public static string Of(Enum value) => Form.ConvertName(value.ToString());

    /// <summary>All words of an enumeration, in its order.</summary>
    public static IEnumerable<string> All<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().Select(v => Of(v));

    /// <summary>The value that a word stands for; null where it stands for none.</summary>
    public static T? Read<T>(string word)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(v => Of(v) == word).Select(v => (T?)v).FirstOrDefault();
}

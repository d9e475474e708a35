using System.Text.Json;

namespace Barometer.Domain.RuleSets.Reading;

/// <summary>The tree of a document that is JSON already: one of the record's, or one that comes with the project.</summary>
public static class JsonTree
{
    /// <summary>The tree; its nodes have no places.</summary>
    /// <exception cref="InvalidOperationException">A string has half a surrogate pair.</exception>
    public static Node Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new Mapping([.. element.EnumerateObject().Select(m => new Entry(new Scalar(m.Name, Quoted: true, Place.None), Of(m.Value)))], Place.None),
        JsonValueKind.Array => new Sequence([.. element.EnumerateArray().Select(Of)], Place.None),
        JsonValueKind.String => new Scalar(element.GetString()!, Quoted: true, Place.None),
        _ => new Scalar(element.GetRawText(), Quoted: false, Place.None),
    };
}

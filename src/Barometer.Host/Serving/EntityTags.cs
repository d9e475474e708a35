using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Barometer.Host.Serving;

/// <summary>What an answer is recognised by, so that it is not sent again to whoever has it.</summary>
internal static class EntityTags
{
    /// <summary>The tag of a name of its own, such as a revision. It is strong although the same is sent compressed, too: If-Match takes no weak one.</summary>
    public static EntityTagHeaderValue Named(string name) => new($"\"{name}\"");

    /// <summary>The tag of what is told by its content: weak, since the same is sent compressed, too.</summary>
    public static EntityTagHeaderValue DigestOf(ReadOnlySpan<byte> content) => new($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\"", isWeak: true);

    /// <summary>Has an answer carry its tag; true where whoever reads it has it already, and so is answered with 304.</summary>
    public static bool IsKnown(HttpContext context, EntityTagHeaderValue tag)
    {
        context.Response.GetTypedHeaders().ETag = tag;
        var known = HttpMethods.IsGet(context.Request.Method)
            && EntityTagHeaderValue.TryParseList(context.Request.Headers.IfNoneMatch, out var those)
            && those.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(tag, useStrongComparison: false));
        if (known)
            context.Response.StatusCode = StatusCodes.Status304NotModified;
        return known;
    }
}

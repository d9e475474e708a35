using System.Text;
using Barometer.Host.Serving.Description;
using static Barometer.Host.Tests.Serving.Described.Pool;

namespace Barometer.Host.Tests.Serving.Described;

/// <summary>
/// A request made from the document: as it says, or with something wrong. The same seed and number make the same request, so that one that
/// went wrong can be sent again alone.
/// </summary>
internal sealed class AnyRequest
{
    private static readonly string[] OddTypes = ["application/json; charset=utf-16", "text/json", "text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/json; charset=nonsense", "*/*", "", "json", "application/problem+json", "é"];
    private static readonly string[] OddKeys = ["", " ", "a b", "ключ", "é", new('k', 200), new('k', 201), new('k', 8_000), "a,b", "\t", "..", "'; --"];
    private static readonly string[] OddRevisions = ["", "\"\"", "\"0\"", "\"-1\"", "\"99999999999\"", "W/\"1\"", "1", "\"1\", \"2\"", "\"x\"", "é", "*, \"1\"", "\"1", "\"1.5\""];
    private static readonly string[] Verbs = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "QUERY", "get", "BREW"];

    private readonly Random _random;
    private readonly Description _description;
    private readonly List<(string Name, string Value)> _headers = [];

    public AnyRequest(Description description, int seed, int number)
    {
        _random = new Random(unchecked((seed * 1_000_003) + number));
        _description = description;
        Operation = Any(description.Operations, _random);
        Example = Any([.. Example.Story.Where(e => e.Operation == Operation.Id)], _random);
        (Verb, Path, Query) = (Operation.Method.Method, string.Join('/', Operation.Path.Split('/').Select(Part)), Asked());
        Said();
        for (var wrong = _random.Next(4); wrong > 0; wrong--)
            Spoil();
        MayBeNoHttp |= Path.Contains("%00", StringComparison.Ordinal) || _headers.Any(h => !Ascii.IsValid(h.Value)) || ContentType is { } type && !Ascii.IsValid(type);
        // Dots lead elsewhere, and so does nothing between two slashes.
        IsOfOperation &= !Path.Split('/').Skip(1).Any(part => part is "" or "." or "..");
    }

    public Operation Operation { get; }

    /// <summary>False where the address or the verb is another than the operation's.</summary>
    public bool IsOfOperation { get; private set; } = true;

    /// <summary>True where it may be refused as no HTTP at all, before anything of the service sees it.</summary>
    public bool MayBeNoHttp { get; private set; }

    /// <summary>Who sends it: by right, or somebody of whom the service knows nothing.</summary>
    public int Sender { get; private set; }

    private Example Example { get; }

    private string Verb { get; set; }

    private string Path { get; set; }

    private string Query { get; set; }

    private byte[]? Body { get; set; }

    private string? ContentType { get; set; }

    public HttpRequestMessage Message(Uri service)
    {
        var message = new HttpRequestMessage(new HttpMethod(Verb), new Uri($"{service.GetLeftPart(UriPartial.Authority)}{Path}{(Query.Length > 0 ? "?" : "")}{Query}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
            if (ContentType is not null)
                message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
            // What is too large is refused before it is sent.
            message.Headers.ExpectContinue = Body.Length > 10_000;
        }

        foreach (var (name, value) in _headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
                message.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    public override string ToString() => Short($"{Verb} {Path}?{Query} [{string.Join("; ", _headers.Select(h => $"{h.Name}: {h.Value}"))}] {ContentType} {(Body is null ? "" : Encoding.UTF8.GetString(Body))}");

    private static string Short(string text) => text.Length > 500 ? $"{text[..500]}…" : text;

    private string Part(string part) => part.StartsWith('{') ? Uri.EscapeDataString(Value(part.Trim('{', '}'))) : part;

    private string Value(string name) => name == "barometer" || _random.Next(3) > 0 ? Example.Said(name)?.ToString() ?? Text(name, _random) : Text(name, _random);

    private string Asked() => string.Join('&', Operation.Parameters("query").Where(_ => _random.Next(2) == 0).Select(p =>
    {
        var (name, schema) = (p.GetProperty("name").GetString()!, p.GetProperty("schema"));
        var value = Example.Said(name) is { } said && _random.Next(2) == 0 ? said.ToString() : new AnyBody(_description.Form, _random).Of(schema, name)?.ToString() ?? "";
        return $"{name}={Uri.EscapeDataString(value)}";
    }));

    private void Said()
    {
        if (Operation.Body is { } body)
        {
            ContentType = "application/json";
            var right = _random.Next(2) == 0 && Example.Body is { } shown ? shown.DeepClone() : new AnyBody(_description.Form, _random).Of(body.GetProperty("schema"));
            Body = _random.Next(3) > 0 ? Encoding.UTF8.GetBytes(right?.ToJsonString() ?? "null") : Spoiling.Body(right, _random);
        }
        else if (Operation.TakesFiles)
        {
            var form = new AnyForm(_random);
            (Body, ContentType) = (form.Body, form.ContentType);
        }

        if (Operation.Parameters("header").Any(p => p.GetProperty("name").GetString() == "Idempotency-Key"))
            _headers.Add(("Idempotency-Key", $"key-{_random.Next()}"));
        if (Operation.Parameters("header").Any(p => p.GetProperty("name").GetString() == "If-Match"))
            _headers.Add(("If-Match", _random.Next(2) == 0 ? "*" : $"\"{_random.Next(1, 15)}\""));
    }

    private void Spoil()
    {
        switch (_random.Next(12))
        {
            case 0:
                (Verb, IsOfOperation) = (Any(Verbs, _random), false);
                break;
            case 1:
                (Path, IsOfOperation) = (Elsewhere(), false);
                MayBeNoHttp = true;
                break;
            case 2 or 3:
                Query += $"&{AnyName()}={Uri.EscapeDataString(Any(OddTexts, _random))}";
                break;
            case 4:
                Query += $"&{Any([Query, $"{AnyName()}=%", $"{AnyName()}=%zz", "a=%ff%fe", $"{AnyName()}=%00", "dryRun", "dryRun=1", "=", "&&&", $"{Query}&{Query}", $"{AnyName()}={new string('y', 3_000)}"], _random)}";
                break;
            case 5:
                Header("Idempotency-Key", Any(OddKeys, _random));
                break;
            case 6:
                Header("If-Match", Any(OddRevisions, _random));
                break;
            case 7:
                ContentType = _random.Next(4) == 0 ? null : Any(OddTypes, _random);
                break;
            case 8:
                _headers.Add((Any(["Accept", "Accept", "Content-Encoding", "If-None-Match", "Range", "Accept-Encoding", "X-HTTP-Method-Override", "X-Forwarded-For", "Prefer", "traceparent", "Cookie"], _random), Any([.. OddTypes, "gzip", "*", "\"x\"", "bytes=0-1", "identity;q=0", "text/html, application/xhtml+xml", "application/json;q=0", "00-00000000000000000000000000000000-0000000000000000-00", "DELETE"], _random)));
                break;
            case 9:
                Sender = _random.Next(1, 8);
                break;
            case 10:
                _headers.RemoveAll(h => h.Name == Any(["Idempotency-Key", "If-Match"], _random));
                break;
            default:
                Body = _random.Next(2) == 0 ? null : Operation.Body is null ? "{}"u8.ToArray() : Spoiling.Body(Example.Body, _random);
                break;
        }
    }

    // Nearly always one that is known there: behind one that is not, nothing else is looked at.
    private string AnyName()
    {
        string[] known = [.. Operation.Parameters("query").Select(p => p.GetProperty("name").GetString()!)];
        return known is [] || _random.Next(6) == 0 ? Any(["unknown", "", "%00", "%ff", "dry-run"], _random) : Any(known, _random);
    }

    private void Header(string name, string value)
    {
        if (_random.Next(4) > 0)
            _headers.RemoveAll(h => h.Name == name);
        _headers.Add((name, value));
        MayBeNoHttp |= value.Length > 5_000;
    }

    private string Elsewhere() => _random.Next(8) switch
    {
        0 => Path + "/",
        1 => Path + "/" + Uri.EscapeDataString(Any(OddTexts, _random)),
        2 => Path.Replace("/v1", Any(["/v2", "", "//v1", "/V1", "/v1/../v1", "/v1/%2e%2e"], _random), StringComparison.Ordinal),
        3 => Path + Any(["%00", "%ff", "%", "%zz", "%2F", ";a=b", "%20"], _random),
        4 => Path.Replace("minsk", Uri.EscapeDataString(Any([.. OddTexts, "vilnius", "MINSK", new string('m', 3_000)], _random)), StringComparison.Ordinal),
        5 => "/" + Uri.EscapeDataString(Any(OddTexts, _random)),
        6 => Path.ToUpperInvariant(),
        _ => Any(["/", "/v1", "/v1/", "/v1/barometers/", "/problems/", "/problems/x", "/openapi/v2.json", "/favicon.ico", "/.env"], _random),
    };
}

using System.Globalization;
using System.Text;
using static Barometer.Host.Tests.Serving.Described.Pool;

namespace Barometer.Host.Tests.Serving.Described;

/// <summary>Files as a form sends them: as they should be, or with something wrong in the file, in its name, or in the form itself.</summary>
internal sealed class AnyForm
{
    private const string Boundary = "----of-the-form";
    private const string Right = $"multipart/form-data; boundary={Boundary}";

    private static readonly string[] Disturbed = ["no-such-column", "relationship,date", "\"", "\"unclosed", "a,b\n1", "\0", "period,figure", ""];
    private static readonly string[] OddNames = ["../../etc/passwd", "c:\\a\\b.csv", "a\u0007b.csv", "ключ.csv", new('n', 5_000), "", " ", "a\"b.csv", "b.xlsx", "issue.txt", "mapping.yaml"];
    private static readonly string[] OddTypes = ["multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=another", "multipart/mixed; boundary=" + Boundary, $"multipart/form-data; boundary=\"{new string('b', 500)}\"", "application/json", "text/csv"];

    private readonly Random _random;

    public AnyForm(Random random)
    {
        _random = random;
        if (_random.Next(3) == 0)
        {
            (ContentType, Body) = (Right, Encoding.UTF8.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n{Developments()}\r\n--{Boundary}--\r\n"));
            return;
        }

        ContentType = _random.Next(6) == 0 ? Any(OddTypes, _random) : Right;
        Body = [.. Enumerable.Range(0, _random.Next(20) == 0 ? 40 : _random.Next(4)).SelectMany(_ => Part()), .. End()];
        if (_random.Next(6) == 0)
            Body = Body[.._random.Next(Body.Length)];
    }

    public string ContentType { get; }

    public byte[] Body { get; }

    private byte[] Part()
    {
        var name = Any(["file", "file", "mapping", "", "dryRun", "\r\nX: y"], _random);
        var file = _random.Next(4) > 0 ? "a.csv" : Any(OddNames, _random);
        var named = _random.Next(10) == 0 ? "" : $"; filename=\"{file}\"";
        var head = _random.Next(12) switch
        {
            0 => "",
            1 => $"Content-Disposition: attachment; filename*=UTF-8''{Uri.EscapeDataString(Any(OddTexts, _random))}\r\n",
            2 => $"Content-Type: {Any(OddTypes, _random)}\r\nX-Long: {new string('x', 20_000)}\r\n",
            _ => $"Content-Disposition: form-data; name=\"{name}\"{named}\r\n",
        };
        return [.. Encoding.UTF8.GetBytes($"--{Boundary}\r\n{head}\r\n"), .. Content(), .. "\r\n"u8];
    }

    private byte[] Content() => _random.Next(10) switch
    {
        < 5 => Encoding.UTF8.GetBytes(Developments()),
        5 => Encoding.UTF8.GetBytes(Any(Disturbed, _random)),
        6 => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"relationship,date,title,points\nrussia,2019-12-05,{Any(OddTexts, _random)},{Any(OddTexts, _random)}\n")),
        7 => Encoding.Unicode.GetBytes(Developments()),
        8 => [0x50, 0x4B, 0x03, 0x04, .. Noise(1_000)],
        _ => Noise(_random.Next(200)),
    };

    private string Developments() => string.Create(CultureInfo.InvariantCulture, $"relationship,date,title,points\nrussia,2019-12-05,Told {_random.Next()},+1\n");

    private byte[] Noise(int length)
    {
        var noise = new byte[length];
        _random.NextBytes(noise);
        return noise;
    }

    private byte[] End() => Encoding.UTF8.GetBytes(_random.Next(8) == 0 ? "" : $"--{Boundary}--\r\n");
}

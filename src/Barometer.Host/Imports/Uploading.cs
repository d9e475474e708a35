using Barometer.Domain.Barometers;
using Barometer.Domain.People;
using Barometer.Host.Barometers;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Barometer.Host.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Wolverine.Http;

namespace Barometer.Host.Imports;

/// <summary>
/// The door of importing over HTTP. Files are sent, and recorded behind the request by the same commands as the verb's: a publication in
/// one transaction, coded data in batches. How far an import is, the doors of <see cref="Listing"/> tell.
/// </summary>
public static class Uploading
{
    private const long LargestUpload = 64 * 1024 * 1024;

    /// <summary>
    /// Imports a published issue from the text of its PDF, or developments and printed figures from CSV, all files or nothing; or coded
    /// data (format), in batches. It goes on after the answer; sent again with the same key it is the same import, and one that was
    /// interrupted goes on. A dry run is answered at once.
    /// </summary>
    [WolverinePost("/v1/barometers/{barometer}/imports", OperationId = "import"), Needs(Right.Edit), TakesFiles, RequestSizeLimit(LargestUpload), EnableRateLimiting(Limits.Uploading)]
    [ProducesResponseType<Resource<AnsweredImport>>(StatusCodes.Status202Accepted, "application/json"), ProducesResponseType<Resource<AnsweredImport>>(StatusCodes.Status200OK, "application/json")]
    public static async Task<IResult> Post(bool? skipNotUnderstood, string? format, string? relationships, string? calendar, HttpDoor door)
    {
        if (!Upload.IsSent(door.Request))
            return Problems.Of(ProblemKind.UnsupportedMediaType, "Send the files as multipart/form-data, a part for each.");
        if (!door.Key().Accepted(out var key, out var refusal))
            return Problems.Of(refusal);
        // An import into a barometer that is not declared declares it.
        if (!door.Roles.Allow(Right.Administer) && !(await door.Ask(session => SettingsReading.Of(session, door.Cancellation))).Accepted(out _, out refusal))
            return Problems.Of(refusal);
        if (!BarometerKey.Read(door.Barometer).Accepted(out _, out refusal))
            return Problems.Of(refusal);
        try
        {
            if (!(await Upload.Read(door.Request, door.Cancellation)).Accepted(out var upload, out refusal))
                return Problems.Of(refusal);
            if (!ImportWanted.Of(upload, skipNotUnderstood ?? false, (format, relationships, calendar), door).Accepted(out var wanted, out refusal))
            {
                upload.Dispose();
                return Problems.Of(refusal);
            }

            return door.DryRun ? await DryRun(door, wanted) : await Start(door, wanted, key);
        }
        catch (BadHttpRequestException failure) when (failure.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Problems.Of(ProblemKind.TooLarge, $"An import has at most {LargestUpload / 1024 / 1024} MB; send its files as several.");
        }
    }

    private static async Task<IResult> Start(HttpDoor door, ImportWanted wanted, string key)
    {
        var imports = door.Service<RunningImports>();
        var fresh = Fresh(wanted, key, KeptImport.IdOf(key));
        var (entered, runs) = (false, false);
        try
        {
            var claim = await new KeptImports(door.Service<IDocumentStore>(), door.Barometer).Claim(fresh, () => entered = imports.Enter(), door.Cancellation);
            if (!claim.Accepted(out var claimed, out var refusal))
                return Problems.Of(refusal);
            if (claimed.Import is not { } import)
                return Problems.Of(ProblemKind.TooManyRequests, $"{RunningImports.AtOnce} imports run at once; send it again with the same key when one of them has ended.");
            runs = import.Run == fresh.Run;
            if (runs)
                imports.Start(door.Barometer, import, wanted, door.Correlation);
            return Listing.Linked(door, AnsweredImport.As(import)).PendingWhere(_ => true).LocatedAt(i => door.Link($"imports/{i.Import}"));
        }
        finally
        {
            if (!runs)
                wanted.Upload.Dispose();
            if (entered && !runs)
                imports.Leave();
        }
    }

    private static async Task<IResult> DryRun(HttpDoor door, ImportWanted wanted)
    {
        using var upload = wanted.Upload;
        var run = new ImportRun(door.Services, door.Barometer, wanted, Fresh(wanted, "", ""), door.Correlation);
        return new Answer<AnsweredImport>(AnsweredImport.As(await run.ToItsEnd(key: null, door.Cancellation), dryRun: true));
    }

    private static KeptImport Fresh(ImportWanted wanted, string key, string id) =>
        new(id, key, Guid.NewGuid(), Receipt.FingerprintOf(wanted), wanted.Actor, DateTimeOffset.UtcNow, DateTimeOffset.UtcNow, [.. wanted.Upload.Files.Select(f => f.Name)], ImportState.Running);
}

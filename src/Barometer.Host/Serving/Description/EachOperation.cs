using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Barometer.Domain.People;
using Barometer.Host.Serving.Admission;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Wolverine.Http;

namespace Barometer.Host.Serving.Description;

/// <summary>What the document says of every operation: who may do it, what its headers say, and how it can go wrong.</summary>
internal sealed partial class EachOperation : IOpenApiOperationTransformer
{
    /// <summary>The member that tells which right an operation needs.</summary>
    public const string RightMember = "x-right";

    private const string After = "after";

    /// <inheritdoc />
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        // The framework's own words name its code.
        if (context.Description.ActionDescriptor is WolverineActionDescriptor described)
        {
            (operation.Summary, operation.Description) = (Sentence(operation.Summary!), Whole(operation.Summary!, metadata));
            operation.Tags = new HashSet<OpenApiTagReference> { new(described.ControllerTypeInfo.Namespace!.Split('.')[^1], context.Document) };
        }

        var example = Example.Of(operation.OperationId);
        operation.Description ??= operation.Summary;
        if (metadata.OfType<IAllowAnonymous>().Any())
        {
            if (operation.Parameters is { Count: > 0 })
                operation.Responses!["404"] = Problem(ProblemTypes.Of(ProblemKind.NotFound).Title, context.Document!);
            Headers.Describe(operation, context.Document!, reads: false, tellsRevision: false);
            Show(operation, example);
            return Task.CompletedTask;
        }

        operation.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(WholeDocument.Token, context.Document)] = [] },
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(WholeDocument.Key, context.Document)] = [] },
        ];
        if (metadata.OfType<NeedsAttribute>().FirstOrDefault() is { } needs)
            operation.AddExtension(RightMember, new JsonNodeExtension(JsonValue.Create(Word.Of(needs.Right))));
        var gets = context.Description.HttpMethod == HttpMethod.Get.Method;
        var (reads, writes) = (gets && !IsStream(operation), !gets && !metadata.OfType<AsksAttribute>().Any());
        Answering(operation, metadata, reads);
        if (writes)
            Commands.Describe(operation, metadata.OfType<RevisesAttribute>().Any());
        if (metadata.OfType<TakesFilesAttribute>().Any())
            operation.RequestBody = SentFiles.Body();
        foreach (var (status, type) in ProblemTypes.Expected(writes, operation.RequestBody is not null))
            operation.Responses![status] = Problem(type, context.Document!);
        Headers.Describe(operation, context.Document!, reads, metadata.OfType<IProducesResponseTypeMetadata>().Any(p => p.Type == typeof(Resource<Recorded>)));
        if (IsStream(operation) && operation.Parameters?.Any(p => p.Name == After) == true)
            Headers.GoingOn(operation);
        Show(operation, example);
        return Task.CompletedTask;
    }

    private static bool IsStream(OpenApiOperation operation) => operation.Responses!["200"].Content?.ContainsKey("text/event-stream") == true;

    private static string Sentence(string summary) => Spaces().Replace(summary.IndexOf(". ", StringComparison.Ordinal) is > 0 and var end ? summary[..(end + 1)] : summary, " ");

    // Who may is the first that a client's author asks.
    private static string Whole(string summary, IList<object> metadata) => Spaces().Replace(
        metadata.OfType<NeedsAttribute>().FirstOrDefault() is { } needs
            ? $"{summary} For whoever has one of these roles: {string.Join(", ", Enum.GetValues<Role>().Where(r => ImmutableArray.Create(r).Allow(needs.Right)).Select(r => Word.Of(r)))}."
            : summary,
        " ");

    // An endpoint tells the form of its answer; under which statuses it is answered, its marks tell.
    private static void Answering(OpenApiOperation operation, IList<object> metadata, bool reads)
    {
        var answered = operation.Responses!["200"];
        if (metadata.OfType<CreatesAttribute>().Any())
            operation.Responses["201"] = new OpenApiResponse { Description = "It is new.", Content = answered.Content };
        if (metadata.OfType<MayWaitAttribute>().Any())
            operation.Responses["202"] = new OpenApiResponse { Description = "It was proposed, and waits for somebody else's approval.", Content = answered.Content };
        if (reads)
            operation.Responses["304"] = new OpenApiResponse { Description = "It is what If-None-Match names." };
    }

    private static void Show(OpenApiOperation operation, Example? example)
    {
        Parameters.Describe(operation, example);
        if (example?.Body is { } body && operation.RequestBody?.Content?.Values.FirstOrDefault() is { } sent)
            sent.Example = body.DeepClone();
        if (example?.Files is { } files && operation.RequestBody?.Content?.Values.FirstOrDefault() is { } form)
            form.Example = new JsonObject { ["file"] = new JsonArray([.. files.Select(f => f.Value!.DeepClone())]) };
        if (example?.Answer is { } answer && operation.Responses!.TryGetValue($"{example.Status}", out var response) && response.Content?.Values.FirstOrDefault() is { } told)
            told.Example = answer.DeepClone();
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    private static OpenApiResponse Problem(string title, OpenApiDocument document) => new()
    {
        Description = title,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            ["application/problem+json"] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(ProblemSchema.Name, document) },
        },
    };
}

using System.Reflection;
using JasperFx;
using JasperFx.CodeGeneration;
using JasperFx.CodeGeneration.Frames;
using JasperFx.CodeGeneration.Model;
using Microsoft.AspNetCore.Http;
using Wolverine.Http;
using Wolverine.Http.CodeGen;

namespace Barometer.Host.Serving;

/// <summary>Gives an endpoint that asks for it the door of the request.</summary>
internal sealed class BindingOfDoor : IParameterStrategy
{
    /// <inheritdoc />
    public bool TryMatch(HttpChain chain, IServiceContainer container, ParameterInfo parameter, out Variable? variable)
    {
        variable = parameter.ParameterType == typeof(HttpDoor) ? new Variable(typeof(HttpDoor), $"{typeof(HttpDoor).FullName}.{nameof(HttpDoor.Of)}(httpContext)") : null;
        return variable is not null;
    }
}

/// <summary>Keeps from an endpoint a body that says <c>null</c>.</summary>
internal sealed class BindingOfBody : IHttpPolicy
{
    /// <inheritdoc />
    public void Apply(IReadOnlyList<HttpChain> chains, GenerationRules rules, IServiceContainer container)
    {
        foreach (var chain in chains.Where(c => c.HasRequestType))
        {
            var refusing = new MethodCall(typeof(SaidBody<>).MakeGenericType(chain.RequestType!), nameof(SaidBody<>.Before));
            chain.Middleware.Add(refusing);
            chain.Middleware.Add(new MaybeEndWithResultFrame(refusing.ReturnVariable!));
        }
    }
}

/// <summary>What is done with a body before its endpoint is asked.</summary>
/// <typeparam name="T">What the body says.</typeparam>
public static class SaidBody<T>
    where T : class
{
    /// <summary>Refuses a body that says nothing.</summary>
    public static IResult Before(T said) => said is null ? Problems.Of(ProblemKind.MalformedRequest, "The body says null; send the command.") : WolverineContinue.Result();
}

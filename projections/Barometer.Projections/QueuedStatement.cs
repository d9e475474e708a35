using System.Data.Common;
using JasperFx.Events;
using Weasel.Core;
using Weasel.Storage;
using ICommandBuilder = Weasel.Postgresql.ICommandBuilder;
using IStorageOperation = Marten.Internal.Operations.IStorageOperation;

namespace Barometer.Projections;

/// <summary>
/// A statement with its values, among the other operations of a transaction. The store's own way of queueing one looks up the type of every
/// value anew, which takes longer than all else that a host does for a statement.
/// </summary>
/// <param name="text">With a <c>?</c> for every value.</param>
/// <param name="values">Each of a type that PostgreSQL has, or an array of such.</param>
public sealed class QueuedStatement(string text, params object[] values) : IStorageOperation, NoDataReturnedCall
{
    /// <inheritdoc />
    public Type DocumentType => typeof(IEvent);

    /// <inheritdoc />
    public OperationRole Role() => OperationRole.Other;

    /// <inheritdoc />
    public void ConfigureCommand(ICommandBuilder builder, IStorageSession session)
    {
        var parameters = builder.AppendWithParameters(text);
        if (parameters.Length != values.Length)
            throw new InvalidOperationException($"There are {values.Length} values for {parameters.Length} places in: {text}");
        foreach (var (parameter, value) in parameters.Zip(values))
        {
            // The builder makes a text of each place; what it is, the value says.
            parameter.ResetDbType();
            parameter.Value = value;
        }
    }

    /// <inheritdoc />
    public Task PostprocessAsync(DbDataReader reader, IList<Exception> exceptions, CancellationToken token) => Task.CompletedTask;
}

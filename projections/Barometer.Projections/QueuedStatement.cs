using System.Data.Common;
using JasperFx.Events;
using Weasel.Core;
using Weasel.Storage;
using ICommandBuilder = Weasel.Postgresql.ICommandBuilder;
using IStorageOperation = Marten.Internal.Operations.IStorageOperation;

namespace Barometer.Projections;

/// <summary>
/// A statement with its values, among the other operations of a transaction. The store's own way of queueing one looks up the type of every
/// value anew, which takes longer than anything else that is done for it.
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
        foreach (var (parameter, value) in builder.AppendWithParameters(text).Zip(values))
        {
            parameter.ResetDbType();
            parameter.Value = value;
        }
    }

    /// <inheritdoc />
    public Task PostprocessAsync(DbDataReader reader, IList<Exception> exceptions, CancellationToken token) => Task.CompletedTask;
}

using Barometer.Host.Store;

namespace Barometer.Host.Tests.Store;

public sealed class SchemaTests(Server server)
{
    [Fact]
    public async Task Four_verbs_that_are_the_first_at_once_apply_the_schema_once()
    {
        var connection = await server.NewEmptyDatabase();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Schema.Ensure(connection, TestContext.Current.CancellationToken))));

        await using var record = await (await EmptyRecord.Open(connection)).Declared();
        await record.Score("russia", 1);
    }
}

using Barometer.Host.Store;
using Barometer.Host.Tests.Store.Private;

namespace Barometer.Host.Tests.Terminal;

public sealed class FrameworkVerbsTests(Server server)
{
    private const string Service = "ConnectionStrings__barometer";
    private const string Owner = "ConnectionStrings__owner";

    [Fact]
    public async Task A_server_of_ones_own_is_set_up_by_its_owner_and_by_no_verb()
    {
        var owner = await server.NewEmptyDatabase();
        var service = Schema.AsService(owner);

        foreach (string[] verb in (string[][])[["index"], ["declare"], ["serve"], ["projections", "rebuild"], ["resources", "check"]])
            (await Typed([(Service, service)], verb)).Failed(1, "run ./scripts/barometer resources setup, with their owner's connection in ConnectionStrings__owner");
        (await Typed([(Service, service)], "resources", "setup")).Failed(1, "name the connection of the tables' owner in ConnectionStrings__owner");
        (await PrivateServer.Ask(owner, "select count(*) from pg_namespace where nspname = 'barometer'")).ShouldBe(0L);

        (await Typed([(Service, service), (Owner, owner)], "resources", "setup")).Done().Out.Trim().ShouldNotContain("\n");
        (await Typed([(Service, service)], "declare")).Done();
        (await Typed([(Service, owner)], "index")).Failed(1, "could alter the record");
    }

    [Theory]
    [InlineData("resources", "check")]
    [InlineData("resources", "list")]
    [InlineData("resources", "statistics")]
    [InlineData("projections", "list")]
    [InlineData("projections", "rebuild")]
    [InlineData("db-assert")]
    [InlineData("describe")]
    public async Task A_verb_of_the_framework_does_with_the_rights_of_the_service(params string[] verb)
    {
        await using var record = await (await server.NewRecord()).Declared();
        await record.Score("russia", 2);

        (await Typed([(Service, record.Connection)], verb)).Done();

        (await record.Index("russia")).Positive.ShouldBe(2);
    }

    [Theory]
    [InlineData("resources", "clear")]
    [InlineData("resources", "teardown")]
    [InlineData("resources", "--name", "list", "Clear")]
    public async Task The_record_is_not_cleared_whoever_asks(params string[] verb)
    {
        await using var record = await (await server.NewRecord()).Declared();
        await record.Score("russia", 2);

        (await Typed([(Service, record.Connection), (Owner, server.AsOwner(record.Connection))], verb)).Failed(3, "The record is never deleted").Out.ShouldBe("");

        (await record.Index("russia")).Positive.ShouldBe(2);
    }

    [Fact]
    public async Task A_private_database_sets_itself_up_and_verbs_work_in_it_as_the_service()
    {
        await using var own = new PrivateServer();
        (string, string?)[] environment = [(Service, null), (Owner, null), ("BAROMETER_HOME", own.Home)];
        (await Typed(environment, "declare")).Done();
        await PrivateServer.Ask(await own.Start(), "revoke insert on barometer.mt_events from barometer_service");

        (await Typed(environment, "open", "2019-11/2019-12")).Failed(1, "permission denied for table mt_events");

        (await Typed(environment, "resources", "setup")).Done();
        (await Typed(environment, "open", "2019-11/2019-12")).Done();
    }

    private static async Task<Typed> Typed((string, string?)[] environment, params string[] line)
    {
        var ended = await Executable.Run(environment, line);
        return new Typed(string.Join(' ', line), ended.ExitCode, ended.Out, ended.Error);
    }
}

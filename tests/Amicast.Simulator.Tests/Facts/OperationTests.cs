using Amicast.Simulator.Inventory;

namespace Amicast.Simulator.Tests.Facts;

/// <summary>What holds for every operation: DryRun, required parameters, ids, Regions, client tokens and tags.</summary>
public sealed class OperationTests
{
    private const string DryRun = "DryRunOperation 412: Request would have succeeded, but DryRun flag is set.";
    private const string AuthFailure = "AuthFailure 401: AWS was not able to validate the provided access credentials";

    /// <summary>Lists that the errors name otherwise.</summary>
    private static readonly Dictionary<string, string> NamesInErrors = new()
    {
        ["CreateTags ResourceId"] = "ResourceIdSet", ["CreateTags Tag"] = "TagSet", ["DeleteTags ResourceId"] = "ResourceIdSet",
    };

    public static TheoryData<string> Operations => [.. OperationTable.Rows.Select(row => row.Operation)];

    public static TheoryData<string, string> RequiredParameters => [.. OperationTable.Rows.SelectMany(row => row.Required.Select(name => (row.Operation, name)))];

    public static TheoryData<string, string> IdParameters => [.. OperationTable.Rows.SelectMany(row => row.Ids.Select(name => (row.Operation, name)))];

    public static TheoryData<string> Tokened => [.. OperationTable.Rows.Where(row => row.LongestToken is not null).Select(row => row.Operation)];

    public static TheoryData<string> Tagging => [.. OperationTable.Rows.Where(row => row.Tags.Count > 0).Select(row => row.Operation)];

    [Fact]
    public void The_table_has_every_operation() => Assert.Equal(
        Simulator.Ec2.Operations.ByName.Keys.Order(StringComparer.Ordinal), OperationTable.Rows.Select(row => row.Operation).Order(StringComparer.Ordinal));

    [Fact]
    public void The_table_says_of_every_operation_whether_it_takes_a_client_token_and_how_long() => Assert.Equal(
        Simulator.Ec2.Operations.ByName.Values.Where(operation => operation.TakesClientToken).Select(operation => (operation.Name, (int?)operation.LongestToken)).Order(),
        OperationTable.Rows.Where(row => row.LongestToken is not null).Select(row => (row.Operation, row.LongestToken)).Order());

    [Theory]
    [MemberData(nameof(Operations))]
    public void A_dry_run_that_would_succeed_says_so_and_changes_nothing(string operation)
    {
        var (world, request) = (Ready(operation), OperationTable.Of(operation).Request());
        var before = world.World.Cloud.Inspect();

        Assert.Equal(DryRun, world.Outcome($"{request}&DryRun=true"));
        Assert.Equivalent(before.Regions, world.World.Cloud.Inspect().Regions, strict: true);
        Assert.Equal(QueryWorld.Succeeded, world.Outcome(request));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void A_Region_that_is_not_opted_in_answers_AuthFailure(string operation) =>
        Assert.Equal(AuthFailure, new QueryWorld().Outcome(OperationTable.Of(operation).Request(), RichAccount.NotOptedIn));

    [Theory]
    [MemberData(nameof(Operations))]
    public void A_flag_that_is_neither_true_nor_false_is_refused(string operation) => Assert.Equal(
        "InvalidParameterValue 400: Value (maybe) for parameter DryRun is invalid.",
        new QueryWorld().Outcome($"{OperationTable.Of(operation).Request()}&DryRun=maybe"));

    [Theory]
    [MemberData(nameof(Operations))]
    public void A_parameter_that_there_is_not_does_no_harm_but_in_a_launch(string operation) => Assert.Equal(
        operation is "RunInstances" or "CreateFleet" ? "UnsupportedOperation 400: The simulated account does not support the parameter Unknown." : DryRun,
        Ready(operation).Outcome($"{OperationTable.Of(operation).Request()}&DryRun=true&Unknown.1=1"));

    [Theory]
    [MemberData(nameof(RequiredParameters))]
    public void A_required_parameter_that_is_missing_is_named_also_in_a_dry_run(string operation, string parameter)
    {
        var (world, request) = (new QueryWorld(), OperationTable.Of(operation).Without(parameter));
        var expected = $"MissingParameter 400: The request must contain the parameter {NamesInErrors.GetValueOrDefault($"{operation} {parameter}", parameter)}";

        Assert.Equal(expected, world.Outcome(request));
        Assert.Equal(expected, world.Outcome($"{request}&DryRun=true"));
    }

    [Theory]
    [MemberData(nameof(IdParameters))]
    public void An_id_is_malformed_or_not_found_each_with_its_own_code_also_in_a_dry_run(string operation, string parameter)
    {
        var (world, row) = (new QueryWorld(), OperationTable.Of(operation));
        var kind = IdKind.Of(row, parameter);
        var (malformed, unknown) = (row.With(parameter, kind.Malformed), row.With(parameter, kind.Unknown));

        Assert.Equal(kind.MalformedError(operation), world.Outcome(malformed));
        Assert.Equal(kind.MalformedError(operation), world.Outcome($"{malformed}&DryRun=true"));
        Assert.Equal(kind.NotFoundError(operation, kind.Unknown), world.Outcome(unknown));
        Assert.Equal(kind.NotFoundError(operation, kind.Unknown), world.Outcome($"{unknown}&DryRun=true"));
    }

    [Theory]
    [MemberData(nameof(IdParameters))]
    public void An_id_of_another_Region_is_not_found(string operation, string parameter)
    {
        var row = OperationTable.Of(operation);
        var kind = IdKind.Of(row, parameter);

        Assert.Equal(
            kind.NotFoundError(operation, kind.Known), new QueryWorld().Outcome(row.With(parameter, kind.Known, RichAccount.Second), RichAccount.Second));
    }

    [Theory]
    [MemberData(nameof(Tokened))]
    public void A_repeated_request_with_its_client_token_answers_the_same_and_makes_nothing_more(string operation)
    {
        var (world, request) = (new QueryWorld(), $"{OperationTable.Of(operation).Request()}&ClientToken=once");
        var first = Ids(world, request);
        var after = world.World.Cloud.Inspect();

        Assert.Equal(first, Ids(world, request));
        Assert.Equivalent(after.Regions.Values.Select(Count), world.World.Cloud.Inspect().Regions.Values.Select(Count), strict: true);
    }

    [Theory]
    [MemberData(nameof(Tokened))]
    public void A_client_token_with_other_parameters_is_a_mismatch_in_its_Region_alone(string operation)
    {
        var (world, row) = (new QueryWorld(), OperationTable.Of(operation));
        var token = new string('t', row.LongestToken!.Value);
        Assert.Equal(QueryWorld.Succeeded, world.Outcome($"{row.Request()}&ClientToken={token}"));

        Assert.Equal(
            "IdempotentParameterMismatch 400: The client token that you have provided is already in use with different request parameters.",
            world.Outcome($"{row.Request()}&Other=1&ClientToken={token}"));
        Assert.DoesNotContain("IdempotentParameterMismatch", world.Outcome($"{row.Request(RichAccount.Second)}&Other=1&ClientToken={token}", RichAccount.Second));
    }

    [Theory]
    [MemberData(nameof(Tokened))]
    public void A_client_token_that_is_too_long_or_not_ASCII_is_refused(string operation)
    {
        var (world, row) = (new QueryWorld(), OperationTable.Of(operation));
        foreach (var token in (string[])[new('t', row.LongestToken!.Value + 1), "tökn"])
        {
            Assert.Equal(
                $"InvalidParameterValue 400: Value ({token}) for parameter ClientToken is invalid.",
                world.Outcome($"{row.Request()}&ClientToken={Uri.EscapeDataString(token)}"));
        }
    }

    [Theory]
    [MemberData(nameof(Tagging))]
    public void Only_what_an_operation_makes_is_tagged_and_by_the_rules_of_tags(string operation)
    {
        var (world, row) = (new QueryWorld(), OperationTable.Of(operation));
        foreach (var (tags, expected) in TagRules.Rows)
        {
            Assert.Equal(expected, world.Outcome($"{row.Request()}&DryRun=true&TagSpecification.1.ResourceType={row.Tags[0]}&{TagRules.Under("TagSpecification.1.", tags)}"));
        }

        Assert.All(row.Tags, kind => Assert.Equal(DryRun, world.Outcome($"{row.Request()}&DryRun=true&TagSpecification.1.ResourceType={kind}&TagSpecification.1.Tag.1.Key=a")));
        Assert.Equal(
            "InvalidParameterValue 400: 'vpc' is not a valid taggable resource type for this operation.",
            world.Outcome($"{row.Request()}&DryRun=true&TagSpecification.1.ResourceType=vpc&TagSpecification.1.Tag.1.Key=a"));
    }

    /// <summary>A world in which the operation can be carried out.</summary>
    private static QueryWorld Ready(string operation)
    {
        var world = new QueryWorld();
        var before = operation switch
        {
            "DeleteSnapshot" => "Action=DeregisterImage&ImageId=ami-00000000000000001",
            "DeleteVolume" => "Action=TerminateInstances&InstanceId.1=i-00000000000000002",
            _ => null,
        };
        if (before is not null)
        {
            Assert.Equal(QueryWorld.Succeeded, world.Outcome(before));
            world.Wait(TimeSpan.FromMinutes(5));
        }

        return world;
    }

    private static IReadOnlyList<string> Ids(QueryWorld world, string request) =>
        [.. ((string[])["imageId", "instanceId", "volumeId", "fleetId", "launchTemplateId", "versionNumber"]).SelectMany(element => world.Values(element, request))];

    private static (int, int, int, int, int) Count(RegionInventory region) =>
        (region.Images.Count, region.Snapshots.Count, region.Instances.Count, region.Volumes.Count, region.LaunchTemplates.Count);
}

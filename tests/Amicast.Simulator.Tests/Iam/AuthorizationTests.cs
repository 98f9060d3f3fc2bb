using Amicast.Simulator.Ec2;
using Amicast.Simulator.Iam.Authorization;
using Amicast.Simulator.Services;
using Amicast.Simulator.Tests.Fuzz;
using Amicast.Tests;

namespace Amicast.Simulator.Tests.Iam;

public sealed class AuthorizationTests
{
    /// <summary>Actions on types of resources with their condition keys, as the Service Authorization Reference lists them; <c>!</c>: the type is required.</summary>
    private static readonly ILookup<string, (string Type, bool IsRequired, string[] Keys)> Reference = Repository.Read("tests/Amicast.Simulator.Tests/Iam/reference.txt")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' '))
        .ToLookup(row => row[0], row => (row[1].TrimEnd('!'), row[1].EndsWith('!'), row[2..]));

    [Fact]
    public void Every_operation_authorises_what_was_approved() => Approved.Check(
        "every-operation.txt",
        string.Concat(AuthorizedCalls.OfEveryOperation().Select(request => $"{AuthorizedCalls.OperationOf(request)}\n{AuthorizedCalls.Carry(request, Prepare(request)).Text}")));

    [Fact]
    public void Calls_with_all_that_they_can_ask_for_authorise_what_was_approved() => Approved.Check(
        "rich-calls.txt",
        string.Concat(AuthorizedCalls.Rich.Select(call => $"{call.Title}\n{AuthorizedCalls.Carry(call.Request).Text}\n")));

    [Fact]
    public void Every_operation_has_a_rule_but_GetCallerIdentity() => Assert.Equal(
        Operations.ByName.Keys.Select(name => $"ec2:{name}").Concat(CloudServices.OtherOperations.Where(name => name != "GetCallerIdentity").Select(ServiceOf)).Order(StringComparer.Ordinal),
        AuthorizationRules.All.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_call_asks_for_its_own_action_and_for_those_that_its_rule_names_and_no_other() => Assert.All(
        AuthorizedCalls.OfEveryOperation().Concat(AuthorizedCalls.Rich.Select(call => call.Request)).Where(request => request.Service != "sts"),
        request =>
        {
            var operation = AuthorizedCalls.OperationOf(request);
            var actions = AuthorizedCalls.Carry(request, Prepare(request)).Requests.Select(one => one.Action).Distinct().ToList();
            Assert.Contains(operation, actions);
            Assert.Empty(actions.Except(AuthorizationRules.All[operation].Besides.Append(operation)));
        });

    [Fact]
    public void Every_action_beside_an_operations_own_is_asked_for_by_one_of_the_calls() => Assert.Empty(
        from rule in AuthorizationRules.All.Values
        where rule.Besides.Count > 0
        let asked = Calls().Where(request => AuthorizedCalls.OperationOf(request) == rule.Operation).SelectMany(request => AuthorizedCalls.Carry(request, Prepare(request)).Requests).Select(one => one.Action).ToHashSet()
        from action in rule.Besides
        where !asked.Contains(action) && !(rule.Operation == "ec2:CreateFleet" && action == "iam:CreateServiceLinkedRole")
        select $"{rule.Operation}: {action}");

    [Fact]
    public void Every_condition_key_is_one_that_the_reference_lists_for_the_action_on_the_resource() => Assert.Empty(
        from request in Calls().SelectMany(request => AuthorizedCalls.Carry(request, Prepare(request)).Requests)
        where request.Action.StartsWith("ec2:", StringComparison.Ordinal)
        let type = request.Resource.Contains('/', StringComparison.Ordinal) ? request.Resource.Split(':')[5].Split('/')[0] : "*"
        let rows = Reference[request.Action].Where(row => row.Type == type).ToList()
        from key in rows.Count == 0 ? ["(no such resource)"] : request.Context.Keys.Where(key => !Recorder.IsCommon(key)).Select(Plain).Except(rows[0].Keys)
        select $"{request.Action} on {type}: {key}");

    [Fact]
    public void Every_type_of_resource_that_the_reference_requires_is_asked_for() => Assert.Empty(
        from request in Calls()
        where request.Service == "ec2"
        let action = AuthorizedCalls.OperationOf(request)
        let asked = AuthorizedCalls.Carry(request, Prepare(request)).Requests.Where(one => one.Action == action).Select(one => one.Resource).ToList()
        from row in Reference[action]
        where row.IsRequired && !asked.Exists(resource => resource.Contains($":{row.Type}/", StringComparison.Ordinal))
        select $"{action}: {row.Type}");

    [Fact]
    public void Every_request_says_the_Region_and_the_accounts()
    {
        var requests = AuthorizedCalls.Carry(AuthorizedCalls.Rich[3].Request).Requests;

        Assert.Equal(
            [
                "ec2:CopyImage arn:aws:ec2:us-east-1::image/ami-0a1b2c3d4e5f61111 eu-central-1 123456789012 111122223333 eu-central-1",
                "ec2:CopyImage arn:aws:ec2:eu-central-1::image/* eu-central-1 123456789012 123456789012 eu-central-1",
            ],
            requests.Take(2).Select(request => $"{request.Action} {request.Resource} {Common(request)}"));
        Assert.Contains(
            "kms:ReEncryptFrom arn:aws:kms:us-east-1:111122223333:key/11111111-0000-4000-8000-000000000000 us-east-1 123456789012 111122223333 -",
            requests.Select(request => $"{request.Action} {request.Resource} {Common(request)}"));

        static string Common(Simulator.Iam.AuthorizationRequest request) => string.Join(
            ' ', new[] { "aws:RequestedRegion", "aws:PrincipalAccount", "aws:ResourceAccount", "ec2:Region" }.Select(key => request.Context.GetValueOrDefault(key)?.Single() ?? "-"));
    }

    private static IEnumerable<WireRequest> Calls() => AuthorizedCalls.OfEveryOperation().Concat(AuthorizedCalls.Rich.Select(call => call.Request));

    private static string ServiceOf(string operation) => operation switch
    {
        "DescribeKey" or "ListAliases" => $"kms:{operation}",
        "PutEvents" => $"events:{operation}",
        _ => $"ssm:{operation}",
    };

    /// <summary>A key without the tag or the attribute that it is about.</summary>
    private static string Plain(string key) =>
        key.Split('/') is { Length: > 1 } parts && parts[0] is "aws:RequestTag" or "aws:ResourceTag" or "ec2:ResourceTag" or "ec2:Attribute" ? $"{key.Split('/')[0]}/" : key;

    /// <summary>What must have been done before the call can succeed.</summary>
    private static Action<FuzzedCloud>? Prepare(WireRequest request) => AuthorizedCalls.OperationOf(request) switch
    {
        "ec2:DeleteSnapshot" => cloud => Send(cloud, WireRequest.Ec2("DeregisterImage", "ImageId=ami-0a1b2c3d4e5f60009")),
        "ec2:StartInstances" => cloud => Send(cloud, WireRequest.Ec2("StopInstances", $"InstanceId.1={FuzzedCloud.InstanceId}")),
        _ => null,
    };

    private static void Send(FuzzedCloud cloud, WireRequest request)
    {
        cloud.Send(request);
        cloud.Pass(TimeSpan.FromMinutes(10));
    }
}

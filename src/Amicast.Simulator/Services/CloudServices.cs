using Amicast.Simulator.Ec2;
using Amicast.Simulator.Events;
using Amicast.Simulator.Kms;
using Amicast.Simulator.Ssm;
using Amicast.Simulator.Sts;
using Amicast.VirtualTime;

namespace Amicast.Simulator.Services;

/// <summary>The services of an account, by the name in a request's signature. What is for none of them EC2 refuses.</summary>
internal sealed class CloudServices(Ec2Account account, Chance chance)
{
    private static readonly JsonOperation[] Kms = [new DescribeKey(), new ListAliases()];
    private static readonly JsonOperation[] Ssm = [new GetParameter(), new PutParameter(), new DeleteParameter(), new GetParameterHistory()];
    private static readonly JsonOperation[] Events = [new PutEvents()];
    private readonly Ec2Service _ec2 = new(account);
    private readonly Dictionary<string, CloudService> _others = new()
    {
        ["kms"] = new JsonService(account, chance.Fork("kms"), ServiceErrors.Kms, Kms),
        ["ssm"] = new JsonService(account, chance.Fork("ssm"), ServiceErrors.Ssm, Ssm),
        ["events"] = new JsonService(account, chance.Fork("events"), ServiceErrors.Events, Events),
        ["sts"] = new StsService(account, chance.Fork("sts")),
    };

    /// <summary>The operations of the services beside EC2.</summary>
    internal static IEnumerable<string> OtherOperations => [.. Kms.Concat(Ssm).Concat(Events).Select(operation => operation.Name), StsService.GetCallerIdentity];

    internal string AccountId => account.Id;

    internal CloudService Ec2 => _ec2;

    internal CloudService For(Request request) => _others.GetValueOrDefault(request.Service, _ec2);
}

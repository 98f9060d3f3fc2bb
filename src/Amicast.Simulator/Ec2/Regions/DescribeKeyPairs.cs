using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Regions;

/// <summary>The key pairs that the account document names. A choice: launches take any key name.</summary>
internal sealed class DescribeKeyPairs : DescribeList<(string Id, string Name)>
{
    private static readonly FilterTable<(string Id, string Name)> Table = new FilterTable<(string Id, string Name)>()
        .With("key-name", (pair, _) => pair.Name)
        .With("key-pair-id", (pair, _) => pair.Id)
        .Refusing("fingerprint")
        .WithTags((_, _) => TagSet.None);

    private protected override string SetElement => "keySet";

    private protected override FilterTable<(string Id, string Name)> Filters => Table;

    private protected override IReadOnlyList<(string Parameter, Func<(string Id, string Name), string> ValueOf, Func<string, Ec2Exception> NotFound)> Names =>
    [
        ("KeyName", pair => pair.Name, name => new("InvalidKeyPair.NotFound", $"The key pair '{name}' does not exist")),
        ("KeyPairId", pair => pair.Id, id => new("InvalidKeyPair.NotFound", $"The key pair '{id}' does not exist")),
    ];

    private protected override IEnumerable<(string Id, string Name)> All(Call call) => call.Region.Settings.KeyPairs;

    private protected override void Write(ResponseWriter response, (string Id, string Name) item, Call call)
    {
        response.Text("keyPairId", item.Id);
        response.Text("keyName", item.Name);
        response.Text("keyType", "ed25519");
    }
}

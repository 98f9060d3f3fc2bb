namespace Amicast.Simulator.Ec2;

/// <summary>The accounts of a world, and which of them a request comes from.</summary>
internal sealed class CloudAccounts
{
    private readonly Dictionary<string, Ec2Account> _byAccessKey = [];

    internal CloudAccounts(Ec2Account first, IReadOnlyList<(Ec2Account Account, IReadOnlyList<string> AccessKeyIds)> others)
    {
        First = first;
        All = [first, .. others.Select(other => other.Account)];
        foreach (var (account, accessKeyIds) in others)
        {
            foreach (var accessKey in accessKeyIds.Append(account.Id))
            {
                _byAccessKey[accessKey] = account;
            }
        }
    }

    internal Ec2Account First { get; }

    internal IReadOnlyList<Ec2Account> All { get; }

    /// <summary>Any access key is accepted: one that no other account has is the first account's.</summary>
    internal Ec2Account Of(string accessKey) => _byAccessKey.GetValueOrDefault(accessKey, First);
}

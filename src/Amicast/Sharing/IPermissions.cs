namespace Amicast.Sharing;

/// <summary>The permissions of one image or snapshot, by holder: an account id, an organization's or organizational unit's ARN, or <see cref="Everyone"/>.</summary>
internal interface IPermissions
{
    /// <summary>EC2's group of all accounts.</summary>
    internal const string Everyone = "all";

    string ResourceId { get; }

    /// <summary>Who holds it now.</summary>
    Task<IReadOnlyList<string>> ReadAsync(CancellationToken cancellation);

    /// <summary>Gives it; who holds it already goes on holding it.</summary>
    Task AddAsync(IReadOnlyList<string> holders, CancellationToken cancellation);

    /// <summary>Revokes it; who does not hold it goes on without it.</summary>
    Task RemoveAsync(IReadOnlyList<string> holders, CancellationToken cancellation);
}

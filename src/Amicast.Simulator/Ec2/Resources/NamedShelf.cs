namespace Amicast.Simulator.Ec2.Resources;

/// <summary>A shelf on which resources are found by their owner and name as well; several may have the same.</summary>
internal sealed class NamedShelf<T>(Func<T, string> nameOf) : Shelf<T> where T : Resource
{
    private readonly Dictionary<(string OwnerId, string Name), List<T>> _byName = [];

    /// <summary>What the owner has of that name, seen or not, in the order of creation.</summary>
    internal IEnumerable<T> Named(string ownerId, string name, DateTimeOffset now) =>
        _byName.TryGetValue((ownerId, name), out var named) ? named.Where(resource => resource.Exists(now)) : [];

    private protected override void OnAdded(T resource)
    {
        var key = (resource.OwnerId, nameOf(resource));
        if (!_byName.TryGetValue(key, out var named))
        {
            _byName[key] = named = new(1);
        }

        named.Add(resource);
    }

    private protected override void OnForgotten(T resource)
    {
        var key = (resource.OwnerId, nameOf(resource));
        if (_byName.TryGetValue(key, out var named) && named.Remove(resource) && named.Count == 0)
        {
            _byName.Remove(key);
        }
    }
}

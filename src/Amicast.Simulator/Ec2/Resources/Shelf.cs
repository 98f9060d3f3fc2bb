using System.Diagnostics.CodeAnalysis;

namespace Amicast.Simulator.Ec2.Resources;

/// <summary>All resources of one kind in one Region, by id and in the order of their creation.</summary>
internal class Shelf<T> where T : Resource
{
    private readonly Dictionary<string, T> _byId = [];
    private readonly List<T> _inOrder = [];
    private long _nextSequence = 1;
    private int _sweepAt = 1024;

    internal void Add(T resource)
    {
        Sweep(resource.CreatedAt);
        resource.Sequence = _nextSequence++;
        _byId.Add(resource.Id, resource);
        _inOrder.Add(resource);
        OnAdded(resource);
    }

    /// <summary>Whether the resource is there for a caller who names its id.</summary>
    internal bool TryFind(string id, DateTimeOffset now, [NotNullWhen(true)] out T? resource) =>
        _byId.TryGetValue(id, out resource) && resource.Exists(now) && now >= resource.Visibility.ById;

    /// <summary>What exists, seen or not.</summary>
    internal IEnumerable<T> Existing(DateTimeOffset now) => _inOrder.Where(resource => resource.Exists(now));

    /// <summary>What shows in lists and comes after <paramref name="sequence"/>.</summary>
    internal IEnumerable<T> ListedAfter(long sequence, DateTimeOffset now)
    {
        for (var i = FirstAfter(sequence); i < _inOrder.Count; i++)
        {
            var resource = _inOrder[i];
            if (resource.Exists(now) && now >= resource.Visibility.Listed)
            {
                yield return resource;
            }
        }
    }

    /// <summary>For a shelf that finds resources in another way as well.</summary>
    private protected virtual void OnAdded(T resource)
    {
    }

    /// <summary>The resource is gone, and is kept no more.</summary>
    private protected virtual void OnForgotten(T resource)
    {
    }

    private int FirstAfter(long sequence)
    {
        var (low, high) = (0, _inOrder.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _inOrder[middle].Sequence <= sequence ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Forgets what is gone, whenever the shelf has doubled: state follows from the clock, so nothing else tidies up.</summary>
    private void Sweep(DateTimeOffset now)
    {
        if (_inOrder.Count < _sweepAt)
        {
            return;
        }

        _inOrder.RemoveAll(resource => !resource.Exists(now) && Forget(resource));
        _sweepAt = Math.Max(_sweepAt, 2 * _inOrder.Count);
    }

    private bool Forget(T resource)
    {
        _byId.Remove(resource.Id);
        OnForgotten(resource);
        return true;
    }
}

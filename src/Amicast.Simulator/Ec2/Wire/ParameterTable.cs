namespace Amicast.Simulator.Ec2.Wire;

/// <summary>All parameters of a request, by name; and in the order of their names, where those of one structure stand together.</summary>
internal sealed class ParameterTable(IReadOnlyDictionary<string, string> all)
{
    private string[]? _inOrder;

    internal IReadOnlyDictionary<string, string> All => all;

    /// <summary>The names that start with <paramref name="prefix"/>. What it costs goes by their number, not by that of all names.</summary>
    internal ReadOnlySpan<string> StartingWith(string prefix)
    {
        if (prefix.Length == 0)
        {
            return InOrder;
        }

        // The last name that could start so, and everything after it, begins with the prefix whose last character is one more.
        var first = Place(prefix);
        var end = Place(string.Concat(prefix.AsSpan(0, prefix.Length - 1), [(char)(prefix[^1] + 1)]));
        return InOrder.AsSpan(first, end - first);
    }

    private string[] InOrder
    {
        get
        {
            if (_inOrder is null)
            {
                _inOrder = [.. all.Keys];
                Array.Sort(_inOrder, StringComparer.Ordinal);
            }

            return _inOrder;
        }
    }

    private int Place(string name)
    {
        var place = Array.BinarySearch(InOrder, name, StringComparer.Ordinal);
        return place < 0 ? ~place : place;
    }
}

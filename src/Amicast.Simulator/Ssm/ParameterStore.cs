namespace Amicast.Simulator.Ssm;

/// <summary>The parameters of a Region, each with its last hundred versions.</summary>
internal sealed class ParameterStore
{
    private const int MostVersions = 100;
    private readonly Dictionary<string, List<ParameterVersion>> _byName = [];

    /// <summary>The versions of a parameter, in ascending order; none, if it does not exist.</summary>
    internal IReadOnlyList<ParameterVersion> Versions(string name) => _byName.GetValueOrDefault(name) ?? [];

    /// <summary>The names of all parameters, in alphabetical order.</summary>
    internal IEnumerable<string> Names => _byName.Keys.Order(StringComparer.Ordinal);

    internal void Add(string name, ParameterVersion version)
    {
        if (!_byName.TryGetValue(name, out var versions))
        {
            _byName[name] = versions = [];
        }

        versions.Add(version);
        if (versions.Count > MostVersions)
        {
            versions.RemoveAt(0);
        }
    }

    internal void Remove(string name) => _byName.Remove(name);
}

/// <summary>One version of a parameter; it never changes.</summary>
internal sealed record ParameterVersion(long Number, string Type, string Value, string DataType, string? Description, DateTimeOffset ModifiedAt);

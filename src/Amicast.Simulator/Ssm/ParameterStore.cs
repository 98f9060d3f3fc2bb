namespace Amicast.Simulator.Ssm;

/// <summary>The parameters of a Region, each with its last hundred versions.</summary>
internal sealed class ParameterStore
{
    private const int MostVersions = 100;
    private readonly Dictionary<string, List<ParameterVersion>> _byName = [];
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _tags = [];

    /// <summary>The versions of a parameter that stand, in ascending order; none, if it does not exist.</summary>
    internal IReadOnlyList<ParameterVersion> Versions(string name, DateTimeOffset now) => [.. (_byName.GetValueOrDefault(name) ?? []).Where(version => version.StandsAt <= now)];

    /// <summary>The number of the next version, behind those that do not stand yet.</summary>
    internal long NextNumber(string name) => _byName.TryGetValue(name, out var versions) ? versions[^1].Number + 1 : 1;

    /// <summary>The names of all parameters, in alphabetical order.</summary>
    internal IEnumerable<string> Names => _byName.Keys.Order(StringComparer.Ordinal);

    /// <summary>A parameter's tags: they are given when it is made.</summary>
    internal IReadOnlyDictionary<string, string> Tags(string name) => _tags.GetValueOrDefault(name) ?? new Dictionary<string, string>();

    internal void Tag(string name, IReadOnlyDictionary<string, string> tags) => _tags[name] = tags;

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

    internal void Remove(string name)
    {
        _byName.Remove(name);
        _tags.Remove(name);
    }
}

/// <summary>One version of a parameter; it never changes.</summary>
internal sealed record ParameterVersion(long Number, string Type, string Value, string DataType, string? Description, DateTimeOffset ModifiedAt)
{
    /// <summary>From when on it is the parameter's value.</summary>
    internal DateTimeOffset StandsAt { get; init; } = ModifiedAt;
}

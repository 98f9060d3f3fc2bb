using System.Globalization;

namespace Amicast.Simulator.Ec2.Wire;

/// <summary>The parameters of a Query request, or those of one structure in it: <c>Filter.1.Name</c> is Name in the structure Filter.1.</summary>
internal sealed class Parameters(IReadOnlyDictionary<string, string> all, string prefix = "")
{
    /// <summary>Every parameter of the request, by its full name.</summary>
    internal IReadOnlyDictionary<string, string> All => all;

    /// <summary>The full name of <paramref name="name"/>, for messages.</summary>
    internal string FullName(string name) => prefix + name;

    internal string? Text(string name) => all.GetValueOrDefault(prefix.Length == 0 ? name : prefix + name);

    /// <exception cref="Ec2Exception">MissingParameter.</exception>
    internal string Required(string name) =>
        Text(name) is { Length: > 0 } text ? text : throw RequestErrors.MissingParameter(prefix + name);

    /// <exception cref="Ec2Exception">InvalidParameterValue.</exception>
    internal bool? Flag(string name) => Text(name) switch
    {
        null => null,
        "true" or "True" or "1" => true,
        "false" or "False" or "0" => false,
        var other => throw RequestErrors.InvalidValue(prefix + name, other),
    };

    /// <exception cref="Ec2Exception">InvalidParameterValue.</exception>
    internal int? Number(string name) => Text(name) switch
    {
        null => null,
        var text when int.TryParse(text, out var number) => number,
        var text => throw RequestErrors.InvalidValue(prefix + name, text),
    };

    /// <summary>A moment in ISO 8601; without an offset it is UTC.</summary>
    /// <exception cref="Ec2Exception">InvalidParameterValue.</exception>
    internal DateTimeOffset? Moment(string name) => Text(name) switch
    {
        null => null,
        var text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) => moment,
        var text => throw RequestErrors.InvalidValue(prefix + name, text),
    };

    /// <summary>The list <c>Name.1</c>, <c>Name.2</c>, … up to its first hole.</summary>
    internal IReadOnlyList<string> List(string name)
    {
        if (Text($"{name}.1") is not { } first)
        {
            return [];
        }

        var list = new List<string> { first };
        while (Text($"{name}.{list.Count + 1}") is { } next)
        {
            list.Add(next);
        }

        return list;
    }

    /// <summary>The structure <paramref name="name"/>.</summary>
    internal Parameters Structure(string name) => new(all, $"{prefix}{name}.");

    /// <summary>Copies the members of this structure, under another prefix.</summary>
    internal void CopyTo(Dictionary<string, string> others, string otherPrefix)
    {
        foreach (var (name, value) in all)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
            {
                others[otherPrefix + name[prefix.Length..]] = value;
            }
        }
    }

    /// <summary>Whether any member of the structure or list <paramref name="name"/> was given.</summary>
    internal bool Has(string name) => all.Keys.Any(key => key.StartsWith($"{prefix}{name}.", StringComparison.Ordinal));

    /// <summary>The structures <c>Name.1.…</c>, <c>Name.2.…</c>, in the order of their numbers, holes or not.</summary>
    internal IReadOnlyList<Parameters> Structures(string name)
    {
        var start = $"{prefix}{name}.";
        SortedSet<int>? numbers = null;
        foreach (var key in all.Keys)
        {
            if (key.StartsWith(start, StringComparison.Ordinal) && NumberAfter(key, start.Length) is { } number)
            {
                (numbers ??= []).Add(number);
            }
        }

        return numbers is null ? [] : [.. numbers.Select(number => new Parameters(all, $"{start}{number}."))];
    }

    /// <summary>The first parts of the members' names: <c>Ebs</c> for <c>Ebs.VolumeSize</c>.</summary>
    internal IEnumerable<string> Members() => all.Keys
        .Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
        .Select(key => key[prefix.Length..].Split('.')[0])
        .Distinct();

    private static int? NumberAfter(string key, int start)
    {
        var end = key.IndexOf('.', start);
        return end > start && int.TryParse(key.AsSpan(start, end - start), out var number) ? number : null;
    }
}

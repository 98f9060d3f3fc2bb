using System.Globalization;

namespace Amicast.Simulator.Ec2.Wire;

/// <summary>The parameters of a Query request, or those of one structure in it: <c>Filter.1.Name</c> is Name in the structure Filter.1.</summary>
/// <remarks>A choice: no list has more than 1,000 items, the most that EC2 documents for any (the resources of CreateTags).</remarks>
internal sealed class Parameters
{
    private const int MostItems = 1000;
    private readonly ParameterTable _table;
    private readonly string _prefix;

    internal Parameters(IReadOnlyDictionary<string, string> all) : this(new ParameterTable(all), "")
    {
    }

    private Parameters(ParameterTable table, string prefix) => (_table, _prefix) = (table, prefix);

    /// <summary>Every parameter of the request, by its full name.</summary>
    internal IReadOnlyDictionary<string, string> All => _table.All;

    /// <summary>The full name of <paramref name="name"/>, for messages.</summary>
    internal string FullName(string name) => _prefix + name;

    internal string? Text(string name) => All.GetValueOrDefault(_prefix.Length == 0 ? name : _prefix + name);

    /// <summary>These are known, and make no difference.</summary>
    internal void Disregard(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            Text(name);
        }
    }

    /// <exception cref="Ec2Exception">MissingParameter.</exception>
    internal string Required(string name) =>
        Text(name) is { Length: > 0 } text ? text : throw RequestErrors.MissingParameter(_prefix + name);

    /// <exception cref="Ec2Exception">InvalidParameterValue.</exception>
    internal bool? Flag(string name) => Text(name) switch
    {
        null => null,
        "true" or "True" or "1" => true,
        "false" or "False" or "0" => false,
        var other => throw RequestErrors.InvalidValue(_prefix + name, other),
    };

    /// <exception cref="Ec2Exception">InvalidParameterValue.</exception>
    internal int? Number(string name) => Text(name) switch
    {
        null => null,
        var text when int.TryParse(text, out var number) => number,
        var text => throw RequestErrors.InvalidValue(_prefix + name, text),
    };

    /// <summary>A moment in ISO 8601; without an offset it is UTC.</summary>
    /// <exception cref="Ec2Exception">InvalidParameterValue.</exception>
    internal DateTimeOffset? Moment(string name) => Text(name) switch
    {
        null => null,
        var text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) => moment,
        var text => throw RequestErrors.InvalidValue(_prefix + name, text),
    };

    /// <summary>The list <c>Name.1</c>, <c>Name.2</c>, … up to its first hole.</summary>
    /// <param name="tooMany">The error, from its message, for more than <paramref name="most"/> items.</param>
    /// <exception cref="Ec2Exception">InvalidParameterValue: more items than <paramref name="most"/>, unless another error is given.</exception>
    internal IReadOnlyList<string> List(string name, int most = MostItems, Func<string, Ec2Exception>? tooMany = null)
    {
        if (Text($"{name}.1") is not { } first)
        {
            return [];
        }

        var list = new List<string> { first };
        while (Text($"{name}.{list.Count + 1}") is { } next)
        {
            list.Add(next);
            Check(list.Count, name, most, tooMany);
        }

        return list;
    }

    /// <summary>The structure <paramref name="name"/>.</summary>
    internal Parameters Structure(string name) => new(_table, $"{_prefix}{name}.");

    /// <summary>Copies the members of this structure, under another prefix.</summary>
    internal void CopyTo(Dictionary<string, string> others, string otherPrefix)
    {
        foreach (var name in _table.StartingWith(_prefix))
        {
            others[otherPrefix + name[_prefix.Length..]] = All[name];
        }
    }

    /// <summary>Whether any member of the structure or list <paramref name="name"/> was given.</summary>
    internal bool Has(string name) => !_table.StartingWith($"{_prefix}{name}.").IsEmpty;

    /// <summary>The structures <c>Name.1.…</c>, <c>Name.2.…</c>, in the order of their numbers, holes or not.</summary>
    /// <exception cref="Ec2Exception">As <see cref="List"/>.</exception>
    internal IReadOnlyList<Parameters> Structures(string name, int most = MostItems, Func<string, Ec2Exception>? tooMany = null)
    {
        var start = $"{_prefix}{name}.";
        SortedSet<int>? numbers = null;
        var last = 0;
        foreach (var member in _table.StartingWith(start))
        {
            if (NumberAfter(member, start.Length) is { } number && number != last)
            {
                (numbers ??= []).Add(number);
                last = number;
                Check(numbers.Count, name, most, tooMany);
            }
        }

        return numbers is null ? [] : [.. numbers.Select(number => new Parameters(_table, $"{start}{number}."))];
    }

    /// <summary>The first parts of the members' names, each once: <c>Ebs</c> for <c>Ebs.VolumeSize</c>.</summary>
    internal IReadOnlyCollection<string> Members()
    {
        var members = new HashSet<string>();
        var parts = members.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var name in _table.StartingWith(_prefix))
        {
            var member = name.AsSpan(_prefix.Length);
            var end = member.IndexOf('.');
            parts.Add(end < 0 ? member : member[..end]);
        }

        return members;
    }

    private void Check(int count, string list, int most, Func<string, Ec2Exception>? tooMany)
    {
        if (count > most)
        {
            throw (tooMany ?? RequestErrors.InvalidValue)($"The list {FullName(list)} has more than {most} items.");
        }
    }

    /// <summary>The number as it is written in names: <c>Filter.01</c> and <c>Filter.0</c> are no items of a list.</summary>
    private static int? NumberAfter(string name, int start)
    {
        var rest = name.AsSpan(start);
        var end = rest.IndexOf('.');
        return end > 0 && rest[0] != '0' && int.TryParse(rest[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}

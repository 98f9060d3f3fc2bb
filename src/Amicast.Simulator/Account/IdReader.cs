using Amicast.Simulator.Documents;
using Amicast.Simulator.Ec2.Resources;

namespace Amicast.Simulator.Account;

/// <summary>Reads ids of resources, and what must stand in a document once only.</summary>
internal static class IdReader
{
    /// <summary>Reports an id or name that was there before.</summary>
    internal static string Once(this string value, DocumentObject at, string property, HashSet<string> seen)
    {
        if (value.Length > 0 && !seen.Add(value))
        {
            at.Report(property, "Duplicate", $"'{value}' is there already.", "Give each its own.");
        }

        return value;
    }

    /// <summary>An id, if it is given; that resource need not exist.</summary>
    internal static string? Id(this DocumentObject at, string property, string prefix) =>
        at.Text(property, text => ResourceIds.IsWellFormed(text, prefix), FormOf(prefix));

    /// <summary>The id of what is described here.</summary>
    internal static string OwnId(this DocumentObject at, string property, string prefix, HashSet<string> seen) =>
        at.RequiredText(property, text => ResourceIds.IsWellFormed(text, prefix), FormOf(prefix)).Once(at, property, seen);

    internal static IReadOnlyList<string> Ids(this DocumentObject at, string property, string prefix)
    {
        var ids = at.Texts(property);
        foreach (var (id, i) in ids.Select((id, i) => (id, i)).Where(entry => !ResourceIds.IsWellFormed(entry.id, prefix)))
        {
            at.Report($"{property}[{i}]", "InvalidValue", $"'{id}' is not {FormOf(prefix)}.", $"Give {FormOf(prefix)}.");
        }

        return ids;
    }

    private static string FormOf(string prefix) => $"an id such as {prefix}-0123456789abcdef0";
}

using Amicast.Simulator.Ec2;

namespace Amicast.Simulator.Tests.Facts.Filters;

public sealed class FilterTests
{
    /// <summary>Only asked, never changed: one for all rows.</summary>
    private static readonly FilterWorld World = new();

    public static TheoryData<string, string, string, string> Rows => [.. FilterRow.All.Select(row => (row.Operation, row.Filter, row.Value, row.Expected))];

    [Fact]
    public void Every_filter_of_every_operation_has_a_row() => Assert.Equal(
        Operations.ByName.Values.SelectMany(operation => operation.FilterNames.Select(filter => $"{operation.Name} {filter}")).Order(StringComparer.Ordinal),
        FilterRow.All.Select(row => $"{row.Operation} {(row.Filter.StartsWith("tag:", StringComparison.Ordinal) ? "tag:KEY" : row.Filter)}").Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_filter_finds_what_has_its_value_and_nothing_for_another_value(string operation, string filter, string value, string expected)
    {
        Assert.Equal(expected, World.Find(operation, filter, value));
        Assert.Equal("", World.Find(operation, filter, $"{value}-no"));
    }
}

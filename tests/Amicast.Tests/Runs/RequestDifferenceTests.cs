using Amicast.Runs;

namespace Amicast.Tests.Runs;

public sealed class RequestDifferenceTests
{
    [Theory]
    [InlineData("""{"a":1,"b":[1,2]}""", """ { "b": [1, 2], "a": 1.0 } """, null)]
    [InlineData("""{"a":1}""", """{"a":2}""", "$.a")]
    [InlineData("""{"a":1}""", """{"a":1,"b":null}""", "$.b")]
    [InlineData("""{"a":1,"b":2}""", """{"a":1}""", "$.b")]
    [InlineData("""{"a":{"b":[{"c":1}]}}""", """{"a":{"b":[{"c":"1"}]}}""", "$.a.b[0].c")]
    [InlineData("""{"a":[1]}""", """{"a":[1,2]}""", "$.a[1]")]
    [InlineData("""{"a":[1]}""", """{"a":{}}""", "$.a")]
    [InlineData("[]", "{}", "$")]
    public void Two_requests_are_compared_as_values_and_the_first_difference_is_named(string one, string other, string? path) =>
        Assert.Equal(path, RequestDifference.Find(one, other));
}

using Amicast.Runs;

namespace Amicast.Tests.Runs;

public sealed class ExecutionNameTests
{
    [Theory]
    [InlineData("web", "web", 1)]
    [InlineData("web--2", "web", 2)]
    [InlineData("web--12", "web", 12)]
    [InlineData("web-2", "web-2", 1)]
    [InlineData("web--1", "web--1", 1)]
    [InlineData("web--02", "web--02", 1)]
    [InlineData("web--2x", "web--2x", 1)]
    [InlineData("--2", "--2", 1)]
    [InlineData("a--b--3", "a--b", 3)]
    [InlineData("web--12345678901", "web--12345678901", 1)]
    public void A_name_is_read_and_written_alike(string name, string run, int number)
    {
        var read = ExecutionName.Parse(name);

        Assert.Equal((new ExecutionName(run, number), name), (read, read.ToString()));
        Assert.Equal(number > 1, ExecutionName.IsLater(name));
    }

    [Fact]
    public void The_second_execution_is_the_first_with_a_number() =>
        Assert.Equal(["web--2", "web--3"], [new ExecutionName("web", 1).Next().ToString(), new ExecutionName("web", 2).Next().ToString()]);
}

using Amicast.StatesLanguage.Definition;

namespace Amicast.StatesLanguage.Tests.Definition;

public sealed class ErrorNameSetTests
{
    private static readonly string[] Errors =
        ["Broken", "", "States.Timeout", "States.HeartbeatTimeout", "States.IntrinsicFailure", "States.DataLimitExceeded", "States.Runtime"];

    [Theory]
    [InlineData("States.ALL", "Broken", "", "States.Timeout", "States.HeartbeatTimeout", "States.IntrinsicFailure")]
    [InlineData("States.TaskFailed", "Broken", "", "States.HeartbeatTimeout", "States.IntrinsicFailure", "States.DataLimitExceeded")]
    [InlineData("States.Timeout", "States.Timeout", "States.HeartbeatTimeout")]
    [InlineData("States.HeartbeatTimeout", "States.HeartbeatTimeout")]
    [InlineData("States.DataLimitExceeded", "States.DataLimitExceeded")]
    [InlineData("Broken", "Broken")]
    [InlineData("broken")]
    public void Error_name_reaches_the_errors_it_covers(string name, params string[] covered) =>
        Assert.Equal(covered, Errors.Where(new ErrorNameSet([name]).Contains));
}

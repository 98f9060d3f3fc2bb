using Amicast.Tests;

namespace Amicast.Cli.Tests;

public sealed class HelpTests
{
    [Fact]
    public async Task Help_names_the_command_and_what_it_can_do()
    {
        var help = await CommandProcess.RunAsync("--help");

        Assert.Equal((0, ""), (help.ExitCode, help.Error));
        Approved.Check("help.txt", help.Output);
    }

    [Fact]
    public async Task Version_is_printed_alone()
    {
        var version = await CommandProcess.RunAsync("--version");

        Assert.Equal((0, ""), (version.ExitCode, version.Error));
        Assert.Matches(@"^\d+\.\d+\.\d+(\+[0-9a-f]+)?\n\z", version.Output);
    }
}

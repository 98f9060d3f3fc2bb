using System.CommandLine;

namespace Amicast.Cli.Deployed;

/// <summary>The argument that names a run.</summary>
internal static class RunArgument
{
    internal static Argument<string> Make() => new("RUN") { Description = "The run's id." };
}

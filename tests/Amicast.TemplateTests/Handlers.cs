using Amicast.Aws;
using Amicast.Functions.Steps;

namespace Amicast.TemplateTests;

/// <summary>The handlers that the functions' program has.</summary>
internal static class Handlers
{
    internal static IReadOnlyList<string> OfTheProgram() => new FunctionTable(Steps(), () => throw new InvalidOperationException("Nothing is announced here."), () => throw new InvalidOperationException("No API is here.")).Handlers;

    internal static IReadOnlyList<string> OfTheStateMachine() => Steps().Handlers;

    private static StepTable Steps()
    {
        using var transport = new SocketsHttpHandler();
#pragma warning disable RS0030 // Nothing is called and nothing waits: the table is only asked for its names.
        var (time, chance) = (TimeProvider.System, Random.Shared);
#pragma warning restore RS0030
        return new StepTable(new AwsClients(new AwsConnection(null, transport, "us-east-1"), time, chance), Deployment.Default, time);
    }
}

using Amicast.Announcements;
using Amicast.Local.Announcing;
using Amicast.Simulator.Events;
using Spectre.Console;

namespace Amicast.Cli.Views;

/// <summary>What <c>amicast serve</c> says of runs that have ended: the line that a deployed stack sends to its notification topic.</summary>
internal sealed class EndsView(Terminal terminal)
{
    internal EndListener Listener => new(Write, OnLost: (execution, error) => terminal.Error.WriteLine($"The end of {execution} could not be announced: {error}"));

    private void Write(CloudEvent put)
    {
        if (put is { Source: RunEnded.Source, DetailType: RunEnded.DetailType } && put.Detail["summary"]?.GetValue<string>() is { } summary)
        {
            terminal.Output.WriteLine(summary);
        }
    }
}

using System.Text.Json;
using Amazon.Runtime;
using Amicast.Cli.Views;
using Amicast.Errors;
using Amicast.Plans.Previews;
using Spectre.Console;

namespace Amicast.Cli.Commands;

/// <summary>Carries out <c>amicast plan</c>.</summary>
internal sealed class PlanHandler(Terminal terminal)
{
    private static readonly AmicastJson Indented = new(new JsonSerializerOptions(AmicastJson.Default.Options) { WriteIndented = true });

    /// <summary>Plans and returns the exit code.</summary>
    internal int Run(PlanOptions options)
    {
        var (request, problem) = RequestFile.Read(options.Request);
        if (request is null)
        {
            terminal.Error.WriteLine($"{problem}");
            return ExitCode.BadUsage;
        }

        try
        {
            using var world = RunWorld.Open(options.World, terminal);
            return Write(Plan(world, request, options), options);
        }
        catch (BadOptionException bad)
        {
            terminal.Error.WriteLine(bad.Message);
            return ExitCode.BadUsage;
        }
        catch (AmicastException unseen)
        {
            terminal.Error.WriteLine($"The account could not be looked at: {unseen.Name}: {unseen.Message}");
            return ExitCode.Failed;
        }
        catch (AmazonClientException unseen)
        {
            terminal.Error.WriteLine($"The account could not be looked at: {unseen.Message}");
            return ExitCode.Failed;
        }
    }

    private static PlanPreview Plan(RunWorld world, RequestFile request, PlanOptions options)
    {
        using var document = JsonDocument.Parse(request.Text);
        var run = request.Run ?? world.DefaultRun;
        return world.Clock.Run(() =>
            world.Cloud.Plans.MakeAsync(document.RootElement, run, world.Clock.GetUtcNow(), tryCalls: options.World.OnAws, CancellationToken.None));
    }

    private int Write(PlanPreview plan, PlanOptions options)
    {
        if (options.Json)
        {
            terminal.Output.Profile.Out.Writer.WriteLine(JsonSerializer.Serialize(plan, Indented.PlanPreview));
        }
        else if (plan.Problems.Count == 0)
        {
            PlanView.Write(terminal.Output, plan);
        }
        else
        {
            ProblemsView.Write(terminal.Error, options.Request.Name, plan);
        }

        return plan.Problems.Count == 0 ? ExitCode.Succeeded : ExitCode.BadUsage;
    }
}

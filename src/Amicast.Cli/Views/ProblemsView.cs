using Amicast.Plans.Previews;
using Spectre.Console;

namespace Amicast.Cli.Views;

/// <summary>What is wrong with a request: every problem at once, then what is worth knowing besides.</summary>
internal static class ProblemsView
{
    internal static void Write(IAnsiConsole console, string request, PlanPreview plan)
    {
        console.WriteLine($"{request}: {plan.Problems.Count} {(plan.Problems.Count == 1 ? "problem" : "problems")}; nothing was made.");
        foreach (var problem in plan.Problems)
        {
            console.WriteLine($"{problem}");
        }

        WarningsView.Write(console, plan.Warnings);
    }
}

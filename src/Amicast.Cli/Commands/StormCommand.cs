using System.CommandLine;

namespace Amicast.Cli.Commands;

/// <summary><c>amicast storm --seeds A..B</c>: whole runs under seeded trouble, each held against the promises of docs/reliability.md.</summary>
internal static class StormCommand
{
    internal static Command Make(Terminal terminal)
    {
        var seeds = new Option<SeedRange?>("--seeds")
        {
            Description = "The seeds, from the first to the last: 1..2000.",
            HelpName = "A..B",
            CustomParser = result => SeedRange.TryParse(result.Tokens[0].Value) is { } range ? range : Refuse(result, $"--seeds: '{result.Tokens[0].Value}' is no range; write it like 1..2000."),
        };
        var seed = new Option<long?>("--seed") { Description = "One seed: the whole story is told, what was drawn and every event and call.", HelpName = "N" };
        var request = new Option<FileInfo?>("--request") { Description = "The request that every run carries out, in the account of the examples. Default: each seed draws one, and an account.", HelpName = "REQUEST" };
        var faults = new Option<string?>("--faults") { Description = "The account's trouble: a probability from 0 to 1, or a fault plan's file. Default: each seed draws it.", HelpName = "P" };
        var command = new Command("storm", "Carry out runs under seeded trouble, on virtual time, and hold each against the promises. Touches nothing.") { seeds, seed, request, faults };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetResult(seeds) is null == parsed.GetResult(seed) is null)
            {
                parsed.AddError("Say --seeds A..B, or --seed N to be told of one.");
            }
        });
        command.SetAction(parsed => new StormHandler(terminal).Run(new StormChoice(
            parsed.GetValue(seeds), parsed.GetValue(seed), parsed.GetValue(request), parsed.GetValue(faults))));
        return command;
    }

    private static SeedRange? Refuse(System.CommandLine.Parsing.ArgumentResult result, string problem)
    {
        result.AddError(problem);
        return null;
    }
}

/// <summary>What <c>amicast storm</c> was asked for.</summary>
internal sealed record StormChoice(SeedRange? Seeds, long? Seed, FileInfo? Request, string? Faults);

/// <summary>Seeds from the first to the last.</summary>
internal sealed record SeedRange(int First, int Last)
{
    internal int Count => Last - First + 1;

    internal static SeedRange? TryParse(string text) =>
        text.Split("..") is [var first, var last] && Parse(first) is { } from && Parse(last) is { } to && from <= to && to - (long)from < int.MaxValue ? new(from, to) : null;

    private static int? Parse(string text) => int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}

using System.CommandLine;
using System.CommandLine.Parsing;
using Amicast.Cli.Deployed;

namespace Amicast.Cli.Kept;

/// <summary>The options by which a command for a deployed stack is for the runs of <c>amicast run --aws</c> instead.</summary>
/// <param name="description">What the command does then.</param>
/// <param name="stack">The options of a deployed stack, which do not go with them.</param>
internal sealed class KeptChoice(string description, StackChoice stack)
{
    private readonly Option<bool> _onAws = new("--aws") { Description = description };
    private readonly Option<DirectoryInfo?> _state = StateChoice.Make();
    private readonly Option<bool> _allowPublic = new("--allow-public-images") { Description = "With --aws: allow the request to make images public." };

    internal void AddTo(Command command, bool takesPublicImages)
    {
        command.Add(_onAws);
        command.Add(_state);
        if (takesPublicImages)
        {
            command.Add(_allowPublic);
        }

        command.Validators.Add(Check);
    }

    internal bool IsChosen(CommandResult result) => result.GetValue(_onAws);

    /// <summary>The folder, where <c>--aws</c> is given.</summary>
    internal StateFolder? Read(ParseResult parsed) => parsed.GetValue(_onAws) ? StateChoice.FolderOf(parsed.GetValue(_state)) : null;

    /// <summary>How an execution is carried out by this process, where <c>--aws</c> is given.</summary>
    internal KeptOptions? Read(ParseResult parsed, bool asJson) => Read(parsed) is { } folder ? new KeptOptions(folder, parsed.GetValue(_allowPublic), asJson) : null;

    private void Check(CommandResult result)
    {
        if (result.GetValue(_onAws))
        {
            foreach (var option in stack.All.Where(option => result.GetResult(option) is { Implicit: false }))
            {
                result.AddError($"{option.Name} is for a deployed stack: it does not go with --aws.");
            }

            return;
        }

        foreach (var option in new Option[] { _state, _allowPublic }.Where(option => result.GetResult(option) is { Implicit: false }))
        {
            result.AddError($"{option.Name} is for runs of 'amicast run --aws': it goes with --aws.");
        }
    }
}

using System.CommandLine;

namespace Amicast.Cli.Deployed;

/// <summary>Whether to watch the run that a command is about, and how to print.</summary>
/// <param name="Follow">Until it ends.</param>
/// <param name="AsJson">JSON on standard output.</param>
internal sealed record Following(bool Follow, bool AsJson);

/// <summary>The options of commands that start something, or show it.</summary>
internal sealed class FollowOptions
{
    private readonly Option<bool> _follow = new("--follow") { Description = "Show every Region's progress until the run ends. Ctrl-C ends the showing, not the run." };
    private readonly Option<bool> _json = new("--json") { Description = "Print JSON on standard output: with --follow the report at the end, without it what is known now." };

    internal void AddTo(Command command)
    {
        command.Add(_follow);
        command.Add(_json);
    }

    internal bool IsFollowing(System.CommandLine.Parsing.CommandResult result) => result.GetValue(_follow);

    internal Following Read(ParseResult parsed) => new(parsed.GetValue(_follow), parsed.GetValue(_json));
}

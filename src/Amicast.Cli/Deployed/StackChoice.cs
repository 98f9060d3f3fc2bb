using System.CommandLine;
using System.CommandLine.Parsing;

namespace Amicast.Cli.Deployed;

/// <summary>The options of every command that is for a deployed stack.</summary>
internal sealed class StackChoice
{
    private const string DefaultStack = "amicast";

    private readonly Option<string> _stack = new("--stack") { Description = "The stack's name, which is the state machine's.", HelpName = "NAME", DefaultValueFactory = _ => DefaultStack };
    private readonly Option<string?> _stateMachine = new("--state-machine") { Description = "The state machine, instead of the stack's.", HelpName = "ARN", CustomParser = ParseArn };

    private readonly Option<Uri?> _endpoint = new("--endpoint-url")
    {
        Description = "Where its Step Functions is: http://127.0.0.1:4580 for 'amicast serve'. Default: AWS, with the usual credentials and Region.",
        HelpName = "URL",
        CustomParser = ParseEndpoint,
    };

    /// <summary>All of them.</summary>
    internal IReadOnlyList<Option> All => [_stack, _stateMachine, _endpoint];

    internal void AddTo(Command command)
    {
        command.Add(_stack);
        command.Add(_stateMachine);
        command.Add(_endpoint);
    }

    internal StackOptions Read(ParseResult parsed) => new(parsed.GetValue(_stateMachine), parsed.GetRequiredValue(_stack), parsed.GetValue(_endpoint));

    private static string? ParseArn(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (text.Split(':') is ["arn", _, "states", { Length: > 0 }, _, "stateMachine", { Length: > 0 }])
        {
            return text;
        }

        result.AddError($"--state-machine: '{text}' is not a state machine's ARN; give one such as arn:aws:states:us-east-1:111122223333:stateMachine:amicast, or --stack.");
        return null;
    }

    private static Uri? ParseEndpoint(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https")
        {
            return endpoint;
        }

        result.AddError($"--endpoint-url: '{text}' is not a URL; give one such as http://127.0.0.1:4580.");
        return null;
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using Amicast.Local.Serving;

namespace Amicast.Cli.Commands;

/// <summary><c>amicast serve</c>: the local cloud on loopback, for any AWS client.</summary>
internal static class ServeCommand
{
    internal static Command Make(Terminal terminal)
    {
        var port = new Option<int>("--port") { Description = "The port; 0 for any free one.", HelpName = "N", DefaultValueFactory = _ => ServingOptions.DefaultPort, CustomParser = ParsePort };
        var listen = new Option<IPAddress>("--listen") { Description = "The address to listen on.", HelpName = "ADDRESS", DefaultValueFactory = _ => IPAddress.Loopback, CustomParser = ParseAddress };
        var allowRemote = new Option<bool>("--allow-remote-access") { Description = "Let other machines in. Nobody is asked for a password." };
        var lambda = new Option<Uri?>("--lambda-endpoint")
        {
            Description = "Where the functions are that state machines name and that are not its own: a Lambda endpoint.",
            HelpName = "URL",
            CustomParser = ParseEndpoint,
        };
        var native = new Option<string?>("--native") { Description = "Run the functions as processes of the program in this folder: artifacts/functions, once published.", HelpName = "DIR" };
        var functionLogs = new Option<string?>("--function-logs") { Description = "Append what those processes log to this file instead of standard error.", HelpName = "FILE" };
        var (simulation, schedule) = (new SimulationOptions(takesMax: false), new ScheduleOptions());

        var command = new Command("serve", "Serve the simulated account and the state machine on loopback, for any AWS client, until Ctrl-C.") { port, listen, allowRemote, lambda, native, functionLogs };
        simulation.AddTo(command);
        schedule.AddTo(command);
        command.SetAction(parsed => new ServeHandler(terminal).Run(new ServeOptions(
                simulation.Read(parsed),
                new ServingOptions { Address = parsed.GetRequiredValue(listen), Port = parsed.GetValue(port), AllowRemoteAccess = parsed.GetValue(allowRemote) },
                parsed.GetValue(lambda),
                parsed.GetValue(native),
                parsed.GetValue(functionLogs),
                schedule.Read(parsed))));
        return command;
    }

    private static Uri? ParseEndpoint(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https")
        {
            return endpoint;
        }

        result.AddError($"--lambda-endpoint: '{text}' is not a URL; give one such as http://127.0.0.1:3001.");
        return null;
    }

    private static IPAddress ParseAddress(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (IPAddress.TryParse(text, out var address))
        {
            return address;
        }

        result.AddError($"--listen: '{text}' is not an IP address; give one such as 127.0.0.1 or ::1.");
        return IPAddress.Loopback;
    }

    private static int ParsePort(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            return port;
        }

        result.AddError($"--port: '{text}' is not a port; give one up to {ushort.MaxValue}, or 0 for any free one.");
        return ServingOptions.DefaultPort;
    }
}

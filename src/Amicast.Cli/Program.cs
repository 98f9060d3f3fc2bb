using Amicast.Cli;

return CommandLine.Run(args, Terminal.OfThisProcess());

using Amicast.Benchmarks;

return Command.Run(args);

namespace Amicast.Cli.Commands;

/// <summary>An option names something that cannot be used. Nothing was made.</summary>
internal sealed class BadOptionException(string message) : Exception(message);

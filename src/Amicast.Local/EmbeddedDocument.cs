namespace Amicast.Local;

/// <summary>Documents of the repository that the local cloud carries with it.</summary>
internal static class EmbeddedDocument
{
    /// <summary><c>statemachine/distribution.asl.json</c>, the only definition of the flow.</summary>
    internal static string Definition => Read("distribution.asl.json");

    /// <summary><c>statemachine/schedule.asl.json</c>, what a schedule starts.</summary>
    internal static string Schedule => Read("schedule.asl.json");

    /// <summary><c>examples/account.json</c>, the account that a rehearsal starts with.</summary>
    internal static string Account => Read("account.json");

    private static string Read(string name)
    {
        using var stream = typeof(EmbeddedDocument).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The build left {name} out.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

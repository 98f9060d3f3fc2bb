namespace Amicast.Tests;

/// <summary>The repository's own files, for tests that hold documents and code against each other.</summary>
internal static class Repository
{
    private static readonly string Root = Find(AppContext.BaseDirectory);

    internal static string PathOf(string path) => Path.Combine(Root, path);

    internal static string Read(string path) => File.ReadAllText(PathOf(path));

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Serverless.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside the repository."));
}

namespace Amicast.Local.Tests.State;

/// <summary>A folder for one test, which does not exist at first.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"amicast-{System.IO.Path.GetRandomFileName()}");

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}

using System.Runtime.CompilerServices;

namespace Amicast.Tests;

/// <summary>Whole results, approved by a person once and kept as files in the folder <c>Approved</c> beside the test.</summary>
internal static class Approved
{
    // Set to 1, the tests write what they got instead of comparing it; the difference is then reviewed like any other change.
    private const string Approve = "AMICAST_APPROVE";

    internal static void Check(string file, string actual, [CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test)!, "Approved", file);
        if (Environment.GetEnvironmentVariable(Approve) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path), actual);
    }
}

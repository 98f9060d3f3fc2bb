namespace Amicast.WorkflowTests;

/// <summary>Whole results, approved by a person once and kept as files in <c>Approved/</c>.</summary>
internal static class Approved
{
    // Set to 1, the tests write what they got instead of comparing it; the difference is then reviewed like any other change.
    private const string Approve = "AMICAST_APPROVE";

    internal static void Check(string file, string actual)
    {
        var path = Tests.Repository.PathOf($"tests/Amicast.WorkflowTests/Approved/{file}");
        if (Environment.GetEnvironmentVariable(Approve) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual + "\n");
        }

        Assert.Equal(File.ReadAllText(path).TrimEnd('\n'), actual);
    }
}

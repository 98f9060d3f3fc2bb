namespace Amicast.Local.Tests.Native;

/// <summary>A folder with a shell script in the place of the deployed program.</summary>
internal sealed class ScriptedProgram : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("amicast-native-");

    internal ScriptedProgram(string script, bool isExecutable = true)
    {
        var program = Path.Combine(_folder.FullName, "bootstrap");
        File.WriteAllText(program, script.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows() && isExecutable)
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    internal string Folder => _folder.FullName;

    /// <summary>What the script wrote into a file of its folder.</summary>
    internal string Wrote(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public void Dispose() => _folder.Delete(recursive: true);
}

using System.CommandLine;

namespace Amicast.Cli.Kept;

/// <summary>The option that names the folder in which runs are kept.</summary>
internal static class StateChoice
{
    internal static Option<DirectoryInfo?> Make() => new("--state") { Description = "With --aws: the folder in which runs are kept. Default: 'amicast' in the user's application data.", HelpName = "FOLDER" };

    internal static StateFolder FolderOf(DirectoryInfo? named) => named is null ? StateFolder.Usual : new StateFolder(named.FullName, IsNamed: true);
}

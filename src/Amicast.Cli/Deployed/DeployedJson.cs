using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Amicast.Cli.Deployed;

/// <summary>How documents are printed for scripts: JSON on standard output, and nothing else there.</summary>
internal static class DeployedJson
{
    internal static readonly AmicastJson Indented = new(new JsonSerializerOptions(AmicastJson.Default.Options) { WriteIndented = true });

    internal static void Write<T>(Terminal terminal, T document, JsonTypeInfo<T> type) =>
        terminal.Output.Profile.Out.Writer.WriteLine(JsonSerializer.Serialize(document, type));
}

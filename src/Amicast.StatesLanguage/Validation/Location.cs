namespace Amicast.StatesLanguage.Validation;

/// <summary>A place in the definition.</summary>
/// <param name="Path">The place as a JSON path, <c>$.States.Copy.Retry[0]</c>.</param>
/// <param name="Pointer">The place as Step Functions writes it, <c>/States/Copy/Retry[0]</c>; nothing for the whole definition.</param>
internal sealed record Location(string Path, string Pointer)
{
    public static Location Root { get; } = new("$", "");

    public Location Field(string name) => new(Path + (IsPlain(name) ? "." + name : $"['{name}']"), $"{Pointer}/{name}");

    public Location Item(int index) => new($"{Path}[{index}]", $"{Pointer}[{index}]");

    public override string ToString() => Path;

    private static bool IsPlain(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-');
}

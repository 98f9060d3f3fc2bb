namespace Amicast.StatesLanguage.Validation;

/// <summary>A place in the definition, written as a JSON path.</summary>
internal sealed record Location(string Path)
{
    public static Location Root { get; } = new("$");

    public Location Field(string name) => new(Path + (IsPlain(name) ? "." + name : $"['{name}']"));

    public Location Item(int index) => new($"{Path}[{index}]");

    public override string ToString() => Path;

    private static bool IsPlain(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-');
}

using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Data.Paths;

namespace Amicast.StatesLanguage.Validation;

/// <summary>Fields that are paths.</summary>
internal sealed partial class FieldReader
{
    /// <summary>A path that may be null (nothing); <see cref="JsonPath.Root"/> where it is not given.</summary>
    public JsonPath? NullablePath(string name) =>
        Take(name) switch
        {
            null => JsonPath.Root,
            JsonLiteral { Kind: System.Text.Json.JsonValueKind.Null } => null,
            _ => Path(name) ?? JsonPath.Root,
        };

    public JsonPath? Path(string name) => String(name) is { } text ? PathReader.Path(text, at.Field(name), problems) : null;

    /// <summary>A path that must lead to one place.</summary>
    public JsonPath? DefinitePath(string name)
    {
        var path = Path(name);
        if (path is { IsDefinite: false })
        {
            Wrong(name, $"'{path}' must be a reference path, which leads to one place.");
        }

        return path;
    }

    /// <summary>Where a result goes; null to drop it.</summary>
    public ReferencePath? ResultPath()
    {
        const string Name = "ResultPath";
        if (Take(Name) is null)
        {
            return ReferencePath.Root;
        }

        if (fields.TryGet(Name, out var value) && value.Kind == System.Text.Json.JsonValueKind.Null)
        {
            return null;
        }

        return String(Name) is { } text ? PathReader.Try(() => ReferencePath.Parse(text), at.Field(Name), problems) : null;
    }

    public PayloadTemplate? Template(string name)
    {
        if (Take(name) is not { } value)
        {
            return null;
        }

        if (value is not JsonObject)
        {
            Wrong(name, "This must be an object.");
        }

        return TemplateReader.Read(value, at.Field(name), problems);
    }

    /// <summary>A path or a call of an intrinsic function.</summary>
    public PayloadTemplate? PathOrCall(string name)
    {
        if (String(name) is not { } text)
        {
            return null;
        }

        return text.StartsWith('$')
            ? PathReader.Path(text, at.Field(name), problems) is { } path ? new PathTemplate(path, name) : null
            : PathReader.Call(text, at.Field(name), problems) is { } call ? new CallTemplate(call) : null;
    }
}

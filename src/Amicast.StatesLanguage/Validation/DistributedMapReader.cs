using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Definition;

namespace Amicast.StatesLanguage.Validation;

/// <summary>Reads what belongs to the distributed mode of a Map state.</summary>
internal static class DistributedMapReader
{
    private const int LongestLabel = 40;

    public static DistributedMap Read(FieldReader fields, WorkflowReader workflows) =>
        new(
            ReadLabel(fields, workflows), ReadNumber(fields, "ToleratedFailureCount", int.MaxValue), ReadNumber(fields, "ToleratedFailurePercentage", 100), ReadBatcher(fields));

    private static string? ReadLabel(FieldReader fields, WorkflowReader workflows)
    {
        const string Name = "Label";
        if (fields.String(Name) is not { } label)
        {
            return null;
        }

        if (label.Length is 0 or > LongestLabel || !label.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_'))
        {
            fields.Problems.Add(fields.At.Field(Name), ProblemCodes.Label, $"A label is of 1 to {LongestLabel} letters, digits, - and _.");
        }

        if (!workflows.Labels.Add(label))
        {
            fields.Problems.Add(fields.At.Field(Name), ProblemCodes.DuplicateLabel, $"There is another label '{label}'; labels are unique in the whole definition.");
        }

        return label;
    }

    private static ItemBatcher? ReadBatcher(FieldReader fields)
    {
        const string Name = "ItemBatcher";
        if (fields.Take(Name) is not { } value || FieldReader.Of(value, fields.At.Field(Name), fields.Problems) is not { } batcher)
        {
            return null;
        }

        var read = new ItemBatcher(
            ReadNumber(batcher, "MaxItemsPerBatch", int.MaxValue), ReadNumber(batcher, "MaxInputBytesPerBatch", PayloadLimit.Bytes), batcher.Template("BatchInput"));
        if (read.MostItems is null && read.MostBytes is null)
        {
            batcher.Problems.Wrong(batcher.At, "One of MaxItemsPerBatch, MaxInputBytesPerBatch must be given, or their Path variants.");
        }

        batcher.Finish();
        return read;
    }

    private static NumberField? ReadNumber(FieldReader fields, string name, int most)
    {
        var pathName = name + "Path";
        fields.NotBoth(name, pathName);
        var path = fields.DefinitePath(pathName);
        var value = name == "ToleratedFailurePercentage" ? fields.Number(name, 0) : fields.Integer(name, 0, most);
        if (value > most)
        {
            fields.Wrong(name, $"This must be at most {most}.");
        }

        return path is not null ? new NumberField(pathName, 0, path) : value is { } number ? new NumberField(name, number, Path: null) : null;
    }
}

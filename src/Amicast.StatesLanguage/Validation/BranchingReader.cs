using Amicast.StatesLanguage.Data.Paths;
using Amicast.StatesLanguage.Definition;

namespace Amicast.StatesLanguage.Validation;

/// <summary>Reads Parallel and Map states.</summary>
internal static class BranchingReader
{
    public static ParallelState ReadParallel(FieldReader fields, WorkflowReader workflows)
    {
        var readers = fields.Objects("Branches");
        if (readers.Count == 0)
        {
            fields.Problems.Wrong(fields.At, "Branches must have one branch or more.");
        }

        var branches = readers.ConvertAll(branch => ReadNested(branch, workflows));
        return WorkReader.Read(new ParallelState(branches), fields) with { Parameters = fields.Template("Parameters") };
    }

    public static MapState ReadMap(FieldReader fields, WorkflowReader workflows)
    {
        Refusals.OfMap(fields);
        fields.NotBoth("MaxConcurrency", "MaxConcurrencyPath");
        fields.NotBoth("ItemSelector", "Parameters");
        var (processor, isDistributed) = ReadProcessor(fields, workflows);
        return WorkReader.Read(new MapState(processor), fields) with
        {
            Distributed = isDistributed ? DistributedMapReader.Read(fields, workflows) : null,
            ItemsPath = fields.Path("ItemsPath") ?? JsonPath.Root,
            // Parameters is the name that ItemSelector had before.
            ItemSelector = fields.Template("ItemSelector") ?? fields.Template("Parameters"),
            MaxConcurrency = fields.Integer("MaxConcurrency", 0, int.MaxValue) ?? 0,
            MaxConcurrencyPath = fields.DefinitePath("MaxConcurrencyPath"),
        };
    }

    private static (Workflow Workflow, bool IsDistributed) ReadProcessor(FieldReader fields, WorkflowReader workflows)
    {
        // Iterator is the name that ItemProcessor had before.
        fields.ExactlyOne("ItemProcessor", "Iterator");
        _ = fields.Take("ItemProcessor");
        _ = fields.Take("Iterator");
        var name = fields.Has("Iterator") ? "Iterator" : "ItemProcessor";
        if (fields.Take(name) is not { } value || FieldReader.Of(value, fields.At.Field(name), fields.Problems) is not { } processor)
        {
            return (new Workflow("", new Dictionary<string, State>()), false);
        }

        var isDistributed = ReadIsDistributed(processor);
        return (ReadNested(processor, workflows), isDistributed);
    }

    private static bool ReadIsDistributed(FieldReader processor)
    {
        const string Name = "ProcessorConfig";
        if (processor.Take(Name) is not { } value || FieldReader.Of(value, processor.At.Field(Name), processor.Problems) is not { } config)
        {
            return false;
        }

        var isDistributed = config.OneOf("Mode", "INLINE", "DISTRIBUTED") == "DISTRIBUTED";
        if (isDistributed && config.RequiredString("ExecutionType") is not null && config.OneOf("ExecutionType", "STANDARD", "EXPRESS") == "EXPRESS")
        {
            config.Refuse("ExecutionType", "this engine runs standard workflows only.");
        }

        config.Finish();
        return isDistributed;
    }

    private static Workflow ReadNested(FieldReader fields, WorkflowReader workflows)
    {
        _ = fields.String("Comment");
        Refusals.OfQueryLanguage(fields);
        var workflow = workflows.Read(fields);
        fields.Finish();
        return workflow;
    }
}

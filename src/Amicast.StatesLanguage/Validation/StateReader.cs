using Amicast.StatesLanguage.Definition;

namespace Amicast.StatesLanguage.Validation;

/// <summary>Reads one state: what all types have here, the rest by its type.</summary>
internal sealed class StateReader(WorkflowReader workflows)
{
    public State? Read(string name, FieldReader fields)
    {
        _ = fields.String("Comment");
        Refusals.OfEveryState(fields);
        var state = ReadType(fields);
        if (state is null)
        {
            return null;
        }

        state = state with { Name = name };
        if (state is not FailState)
        {
            state = state with { InputPath = fields.NullablePath("InputPath"), OutputPath = fields.NullablePath("OutputPath") };
        }

        if (state is not (FailState or SucceedState or ChoiceState))
        {
            state = state with { Next = ReadNext(fields) };
        }

        fields.Finish();
        return state;
    }

    private static string? ReadNext(FieldReader fields)
    {
        var next = fields.String("Next");
        var end = fields.Boolean("End");
        if (end == false)
        {
            fields.Wrong("End", "End is true or absent.");
        }

        if (next is null == (end is null))
        {
            fields.Problems.Wrong(fields.At, "A state has either Next or End.");
        }

        return next;
    }

    private State? ReadType(FieldReader fields)
    {
        switch (fields.RequiredString("Type"))
        {
            case "Pass":
                LooksLikePath.WarnOfResult(fields.Take("Result"), fields.At.Field("Result"), fields.Problems);
                return new PassState(fields.Take("Result"), fields.Template("Parameters"), fields.ResultPath());
            case "Task":
                return TaskReader.Read(fields);
            case "Choice":
                return ChoiceReader.Read(fields);
            case "Wait":
                return ReadWait(fields);
            case "Succeed":
                return new SucceedState();
            case "Fail":
                return FailReader.Read(fields);
            case "Parallel":
                return BranchingReader.ReadParallel(fields, workflows);
            case "Map":
                return BranchingReader.ReadMap(fields, workflows);
            case null:
                return null;
            case var type:
                fields.Wrong("Type", $"'{type}' is none of Task, Pass, Choice, Wait, Succeed, Fail, Parallel, Map.");
                return null;
        }
    }

    private static WaitState ReadWait(FieldReader fields)
    {
        fields.ExactlyOne("Seconds", "SecondsPath", "Timestamp", "TimestampPath");
        DateTimeOffset? timestamp = null;
        if (fields.String("Timestamp") is { } text)
        {
            if (Data.Timestamps.TryParse(text, out var time))
            {
                timestamp = time;
            }
            else
            {
                fields.Wrong("Timestamp", $"'{text}' is not a timestamp such as 2026-11-22T18:00:00Z.");
            }
        }

        return new WaitState(
            fields.Integer("Seconds", 0, 99_999_999), fields.DefinitePath("SecondsPath"), timestamp, fields.DefinitePath("TimestampPath"));
    }
}

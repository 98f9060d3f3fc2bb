using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Definition;

namespace Amicast.StatesLanguage.Validation;

/// <summary>Reads what Task, Parallel and Map have in common.</summary>
internal static class WorkReader
{
    public static T Read<T>(T state, FieldReader fields) where T : WorkState => (T)(state with
    {
        ResultSelector = fields.Template("ResultSelector"),
        ResultPath = fields.ResultPath(),
        Retry = ReadRetry(fields),
        Catch = ReadCatch(fields),
    });

    private static List<Retrier> ReadRetry(FieldReader state)
    {
        var all = state.Objects("Retry");
        return all.ConvertAll(fields =>
        {
            var retrier = new Retrier(ReadNames(fields, isLast: fields == all[^1]));
            retrier = retrier with
            {
                IntervalSeconds = fields.Integer("IntervalSeconds", 1, 99_999_999) ?? retrier.IntervalSeconds,
                MaxAttempts = fields.Integer("MaxAttempts", 0, 99_999_999) ?? retrier.MaxAttempts,
                BackoffRate = fields.Number("BackoffRate", 1.0) ?? retrier.BackoffRate,
                MaxDelaySeconds = fields.Integer("MaxDelaySeconds", 1, 31_622_399),
                FullJitter = fields.OneOf("JitterStrategy", "FULL", "NONE") == "FULL",
            };
            FinishEntry(fields);
            return retrier;
        });
    }

    private static List<Catcher> ReadCatch(FieldReader state)
    {
        var all = state.Objects("Catch");
        return all.ConvertAll(fields =>
        {
            var catcher = new Catcher(ReadNames(fields, isLast: fields == all[^1]), fields.ResultPath(), fields.RequiredString("Next"));
            FinishEntry(fields);
            return catcher;
        });
    }

    private static void FinishEntry(FieldReader fields)
    {
        _ = fields.String("Comment");
        Refusals.OfEveryEntry(fields);
        fields.Finish();
    }

    private static ErrorNameSet ReadNames(FieldReader fields, bool isLast)
    {
        const string Name = "ErrorEquals";
        var names = (fields.Required(Name) as JsonArray)?.Items.OfType<JsonString>().Select(name => name.Value).ToList() ?? [];
        if (fields.Has(Name) && (names.Count == 0 || names.Count != (fields.Take(Name) as JsonArray)!.Count))
        {
            fields.Wrong(Name, "This must be an array of one error name or more.");
        }

        if (names.Contains(ErrorNames.All) && (names.Count > 1 || !isLast))
        {
            fields.Wrong(Name, "States.ALL must be alone in its list, and the list the last.");
        }

        foreach (var unknown in names.Where(name => name.StartsWith("States.", StringComparison.Ordinal) && !ErrorNames.IsReserved(name)))
        {
            fields.Wrong(Name, $"'{unknown}' is no error name of the language; only those may begin with 'States.'.");
        }

        return new ErrorNameSet(names);
    }
}

using Amicast.StatesLanguage.Data.Intrinsics;
using Amicast.StatesLanguage.Data.Paths;

namespace Amicast.StatesLanguage.Validation;

/// <summary>Reads paths and calls, and reports those that are wrong or not supported.</summary>
internal static class PathReader
{
    public static JsonPath? Path(string text, Location at, Problems problems)
    {
        var path = Try(() => JsonPath.Parse(text), at, problems);
        CheckContext(path, at, problems);
        return path;
    }

    public static IntrinsicCall? Call(string text, Location at, Problems problems)
    {
        var call = Try(() => IntrinsicCall.Parse(text), at, problems);
        CheckContext(call, at, problems);
        return call;
    }

    public static T? Try<T>(Func<T> read, Location at, Problems problems) where T : class
    {
        try
        {
            return read();
        }
        catch (FormatException e)
        {
            problems.Wrong(at, e.Message);
            return null;
        }
    }

    private static void CheckContext(IntrinsicCall? call, Location at, Problems problems)
    {
        foreach (var argument in call?.Arguments ?? [])
        {
            CheckContext((argument as PathArgument)?.Path, at, problems);
            CheckContext((argument as CallArgument)?.Call, at, problems);
        }
    }

    private static void CheckContext(JsonPath? path, Location at, Problems problems)
    {
        if (path is { IsContext: true } && path.Steps is [FieldStep { Name: "Task" }, ..])
        {
            problems.Add(at, ProblemCodes.NotSupported, $"'{path}' is not supported: there are no task tokens.");
        }
    }
}

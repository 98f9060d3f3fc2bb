using Amicast.StatesLanguage.Data.Intrinsics;
using Amicast.StatesLanguage.Data.Paths;

namespace Amicast.StatesLanguage.Validation;

/// <summary>Reads paths and calls, and reports those that are wrong or not supported.</summary>
internal static class PathReader
{
    public static JsonPath? Path(string text, Location at, Problems problems) => Try(() => JsonPath.Parse(text), at, problems);

    public static IntrinsicCall? Call(string text, Location at, Problems problems) => Try(() => IntrinsicCall.Parse(text), at, problems);

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
}

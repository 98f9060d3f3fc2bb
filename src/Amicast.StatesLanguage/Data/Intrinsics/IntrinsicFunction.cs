namespace Amicast.StatesLanguage.Data.Intrinsics;

/// <summary>An intrinsic function: its name, how many arguments it takes, and what it does with them.</summary>
internal sealed record IntrinsicFunction(string Name, int LeastArguments, int MostArguments, Func<IntrinsicValues, Json> Body)
{
    // A call of more is refused by the length of a definition first.
    public const int Any = int.MaxValue;

    /// <summary>Every function there is, https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html.</summary>
    public static IReadOnlyDictionary<string, IntrinsicFunction> All { get; } = new IntrinsicFunction[]
    {
        new("States.Format", 1, Any, TextFunctions.Format),
        new("States.StringSplit", 2, 2, TextFunctions.Split),
        new("States.StringToJson", 1, 1, JsonFunctions.FromText),
        new("States.JsonToString", 1, 1, JsonFunctions.ToText),
        new("States.JsonMerge", 3, 3, JsonFunctions.Merge),
        new("States.Array", 0, Any, ArrayFunctions.Of),
        new("States.ArrayContains", 2, 2, ArrayFunctions.Contains),
        new("States.ArrayGetItem", 2, 2, ArrayFunctions.GetItem),
        new("States.ArrayLength", 1, 1, ArrayFunctions.Length),
        new("States.ArrayPartition", 2, 2, ArrayFunctions.Partition),
        new("States.ArrayRange", 3, 3, ArrayFunctions.Range),
        new("States.ArrayUnique", 1, 1, ArrayFunctions.Unique),
        new("States.MathAdd", 2, 2, NumberFunctions.Add),
        new("States.MathRandom", 2, 3, NumberFunctions.Random),
        new("States.UUID", 0, 0, NumberFunctions.Uuid),
        new("States.Base64Encode", 1, 1, EncodingFunctions.Encode),
        new("States.Base64Decode", 1, 1, EncodingFunctions.Decode),
        new("States.Hash", 2, 2, EncodingFunctions.Hash),
    }.ToDictionary(function => function.Name);
}

namespace Amicast.StatesLanguage.Tests.Data;

/// <summary>Paths and intrinsic functions, each as the field <c>r.$</c> of a Pass state's Parameters.</summary>
public sealed class TemplateTests
{
    private const string Input = """{"a":{"b":[1,2,3,{"c":"x"}],"b c":true},"list":[{"n":1,"t":"p"},{"n":2},{"n":3,"t":"q"}],"text":"déjà","s":"1,2;3","null":null,"o":{"a":1,"b":2}}""";

    [Theory]
    [InlineData("$.a.b[0]", "1")]
    [InlineData("$['a']['b c']", "true")]
    [InlineData("$.a['b'][3].c", "\"x\"")]
    [InlineData("$.a.b[-2]", "3")]
    [InlineData("$.null", "null")]
    [InlineData("$.a.b[*]", """[1,2,3,{"c":"x"}]""")]
    [InlineData("$.list[*].t", """["p","q"]""")]
    [InlineData("$.list[*].nothing", "[]")]
    [InlineData("$.o.*", "[1,2]")]
    [InlineData("$.a.b[1:3]", "[2,3]")]
    [InlineData("$.a.b[:2]", "[1,2]")]
    [InlineData("$.a.b[-2:]", """[3,{"c":"x"}]""")]
    [InlineData("$.a.b[0:4:2]", "[1,3]")]
    [InlineData("$.a.b[0,2]", "[1,3]")]
    [InlineData("$.o['a','b']", "[1,2]")]
    [InlineData("$..n", "[1,2,3]")]
    [InlineData("$.a..c", """["x"]""")]
    [InlineData("$.list[?(@.n > 1)].n", "[2,3]")]
    [InlineData("$.list[?(@.t)].n", "[1,3]")]
    [InlineData("$.list[?(!@.t)].n", "[2]")]
    [InlineData("$.list[?(@.t == 'p' || @['t']==\"q\" && @.n<3)].n", "[1]")]
    [InlineData("$.list[?((@.t == 'p' || @.t == 'q') && !(@.n<=1))]", """[{"n":3,"t":"q"}]""")]
    [InlineData("$.list[?(@.t != 'p')].n", "[2,3]")]
    [InlineData("$.list[?(@.t >= 'p')].n", "[1,3]")]
    [InlineData("$.list[?(@.t in ['q', 'z', null])].n", "[3]")]
    [InlineData("$.list[?(@.n nin [1, 2.0])].n", "[3]")]
    [InlineData("$.list[?(2 == @.n)]", """[{"n":2}]""")]
    [InlineData("$.list[?(@.n == '2')]", """[{"n":2}]""")]
    [InlineData("$.list[?(@.n == true)]", "[]")]
    [InlineData("$.a.b[?(@ >= 2)]", "[2,3]")]
    [InlineData("$.a.b[?(@.c == 'x')].c", """["x"]""")]
    [InlineData("$.a[?(@.b)]['b c']", "[true]")]
    [InlineData("$..[?(@.n == 3)]", """[{"n":3,"t":"q"}]""")]
    [InlineData("$.text[?(@.n)]", "[]")]
    [InlineData("States.ArrayLength($.list[?(@.t == 'p, )' || @.n > 1)])", "2")]
    [InlineData("$$.Execution.Name", "\"run\"")]
    [InlineData("$$.Execution.Input.text", "\"déjà\"")]
    [InlineData("$$.State.EnteredTime", "\"2026-11-22T18:00:00.000Z\"")]
    [InlineData("$$.StateMachine", """{"Id":"arn:aws:states:us-east-1:123456789012:stateMachine:machine","Name":"machine"}""")]
    [InlineData("States.Format('{} of {}: \\{\\} it\\'s {}', $.text, $.list[1], $.null)", "\"déjà of {\\\"n\\\":2}: {} it's null\"")]
    [InlineData("States.Format('plain')", "\"plain\"")]
    [InlineData("States.StringSplit($.s, ',;')", """["1","2","3"]""")]
    [InlineData("States.StringToJson('{\"k\": [1.0, null]}')", """{"k":[1.0,null]}""")]
    [InlineData("States.JsonToString($.o)", "\"{\\\"a\\\":1,\\\"b\\\":2}\"")]
    [InlineData("States.JsonMerge($.o, $.list[0], false)", """{"a":1,"b":2,"n":1,"t":"p"}""")]
    [InlineData("States.Array()", "[]")]
    [InlineData("States.Array(1, 'two', $.o, true, null, States.Array(3))", """[1,"two",{"a":1,"b":2},true,null,[3]]""")]
    [InlineData("States.ArrayContains($.a.b, 3)", "true")]
    [InlineData("States.ArrayContains($.list, States.StringToJson('{\"t\":\"p\",\"n\":1.0}'))", "true")]
    [InlineData("States.ArrayContains($.a.b, '3')", "false")]
    [InlineData("States.ArrayGetItem($.a.b, 1)", "2")]
    [InlineData("States.ArrayLength($.a.b)", "4")]
    [InlineData("States.ArrayPartition($.a.b, 3)", """[[1,2,3],[{"c":"x"}]]""")]
    [InlineData("States.ArrayRange(1, 9, 2)", "[1,3,5,7,9]")]
    [InlineData("States.ArrayRange(3, 1, -1)", "[3,2,1]")]
    [InlineData("States.ArrayUnique(States.Array(1, 1.0, 'a', 'a', $.o, $.o))", """[1,"a",{"a":1,"b":2}]""")]
    [InlineData("States.MathAdd(111, -1)", "110")]
    [InlineData("States.MathAdd($.list[1].n, 2.5)", "5")]
    [InlineData("States.Base64Encode($.text)", "\"ZMOpasOg\"")]
    [InlineData("States.Base64Decode('ZMOpasOg')", "\"déjà\"")]
    [InlineData("States.Hash('input data', 'SHA-1')", "\"aaff4a450a104cd177d28d18d74485e8cae074b7\"")]
    [InlineData("States.Hash('', 'MD5')", "\"d41d8cd98f00b204e9800998ecf8427e\"")]
    [InlineData("States.MathAdd(States.ArrayLength($.list[*]['n']), States.ArrayGetItem($.a.b, 0))", "4")]
    public void Template_is_filled_with_what_is_asked(string expression, string expected) =>
        Assert.Equal($$"""{"r":{{expected}}}""", Run(expression).Output);

    [Theory]
    [InlineData("$.nope", "The JSONPath '$.nope' specified for the field 'r.$' could not be found in the input '{}'")]
    [InlineData("$.a.b[9]", "The JSONPath '$.a.b[9]' specified for the field 'r.$' could not be found in the input '{}'")]
    public void Path_that_selects_nothing_is_a_runtime_error(string expression, string message)
    {
        var ended = Run(expression, "{}");
        Assert.Equal(("States.Runtime", "An error occurred while executing the state 'Fill' (entered at the event id #2). " + message), (ended.Error, ended.Cause));
    }

    [Theory]
    [InlineData("States.Format('{}{}', 1)", "The number of arguments and of occurrences of {} differ.")]
    [InlineData("States.Format('{}', 1, 2)", "The number of arguments and of occurrences of {} differ.")]
    [InlineData("States.Format($.o)", "Argument 1 must be a string.")]
    [InlineData("States.StringToJson('[')", "The string is not valid JSON.")]
    [InlineData("States.JsonMerge($.o, $.o, true)", "Argument 3 must be false: a deep merge is not supported.")]
    [InlineData("States.ArrayGetItem($.list, 3)", "The index 3 is not within an array of 3.")]
    [InlineData("States.ArrayGetItem($.list, -1)", "The index -1 is not within an array of 3.")]
    [InlineData("States.ArrayLength($.o)", "Argument 1 must be an array.")]
    [InlineData("States.ArrayPartition($.list, 0)", "The chunk size must be above zero.")]
    [InlineData("States.ArrayRange(1, 2, 0)", "The step must not be zero.")]
    [InlineData("States.ArrayRange(1, 1000, 1)", null)]
    [InlineData("States.ArrayRange(0, 1001, 1)", "A range is of at most 1000 numbers.")]
    [InlineData("States.ArrayRange(0, 9223372036854775807, 9223372036854775807)", null)]
    [InlineData("States.MathAdd(9223372036854775807, 1)", "The sum is out of range.")]
    [InlineData("States.MathAdd('1', 1)", "Argument 1 must be a number.")]
    [InlineData("States.MathRandom(2, 2)", "The start must be below the end.")]
    [InlineData("States.Base64Decode('?')", "The string is not Base64.")]
    [InlineData("States.Hash('x', 'sha-1')", "'sha-1' is none of MD5, SHA-1, SHA-256, SHA-384, SHA-512.")]
    public void Function_fails_with_its_name_when_it_cannot_work(string expression, string? message)
    {
        var ended = Run(expression);
        var expected = message is null
            ? (null, null)
            : ("States.Runtime", $"An error occurred while executing the state 'Fill' (entered at the event id #2). The function '{expression}' had the following error: {message}");
        Assert.Equal(expected, (ended.Error, ended.Cause));
    }

    [Fact]
    public void Chance_of_functions_is_the_seed_s()
    {
        const string Expression = "States.Array(States.UUID(), States.MathRandom(1, 1000000), States.MathRandom(1, 1000000, 42))";
        Assert.Equal(Run(Expression, seed: 1).Output, Run(Expression, seed: 1).Output);
        Assert.NotEqual(Run(Expression, seed: 1).Output, Run(Expression, seed: 2).Output);
        Assert.Matches("""^\{"r":\["[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",[0-9]{1,6},[0-9]{1,6}\]\}$""", Run(Expression).Output);
    }

    [Fact]
    public void Templates_are_filled_inside_arrays_and_objects_and_left_alone_elsewhere()
    {
        const string Parameters = """{"fixed":[1,{"x":"$.text"}],"deep":{"list":[{"t.$":"$.text"},2]},"n.$":"$.list[0].n"}""";
        var ended = new Engine().Run(DefinitionOf(Parameters), Input);
        Assert.Equal("""{"fixed":[1,{"x":"$.text"}],"deep":{"list":[{"t":"déjà"},2]},"n":1}""", ended.Output);
    }

    private static StatesLanguage.Execution.ExecutionDescription Run(string expression, string input = Input, long seed = 7) =>
        new Engine(clock => ScriptedFunctions.FromJson(clock, "{}"), seed).Run(DefinitionOf($$"""{"r.$":{{System.Text.Json.JsonSerializer.Serialize(expression)}}}"""), input);

    private static string DefinitionOf(string parameters) =>
        $$"""{"StartAt":"Fill","States":{"Fill":{"Type":"Pass","Parameters":{{parameters}},"End":true} } }""";
}

using System.Text;
using System.Text.Json;
using Amicast.StatesLanguage.Data.Paths;

namespace Amicast.StatesLanguage.Data.Intrinsics;

/// <summary>Reads the text of a call of an intrinsic function.</summary>
internal sealed class IntrinsicParser(string text)
{
    private const int DeepestNesting = 10;
    private int _at;

    private char Current => _at < text.Length ? text[_at] : '\0';

    /// <exception cref="FormatException">The text is no call of a function that there is.</exception>
    public IntrinsicCall Parse()
    {
        var call = ReadCall(1);
        SkipSpace();
        return _at == text.Length ? call : throw Wrong("there is more text after the call");
    }

    private IntrinsicCall ReadCall(int depth)
    {
        var start = _at;
        var function = ReadFunction();
        var arguments = new List<IntrinsicArgument>();
        SkipSpace();
        while (Current != ')')
        {
            if (arguments.Count > 0)
            {
                Expect(',');
            }

            arguments.Add(ReadArgument(depth, keepEscapes: arguments.Count == 0 && function.Name == "States.Format"));
            SkipSpace();
        }

        _at++;
        if (arguments.Count < function.LeastArguments || arguments.Count > function.MostArguments)
        {
            throw Wrong($"{function.Name} does not take {arguments.Count} arguments");
        }

        return new IntrinsicCall(text[start.._at], function, arguments);
    }

    private IntrinsicFunction ReadFunction()
    {
        var start = _at;
        while (char.IsAsciiLetterOrDigit(Current) || Current == '.')
        {
            _at++;
        }

        var name = text[start.._at];
        Expect('(');
        return IntrinsicFunction.All.GetValueOrDefault(name) ?? throw Wrong($"'{name}' is no intrinsic function");
    }

    private IntrinsicArgument ReadArgument(int depth, bool keepEscapes)
    {
        SkipSpace();
        return Current switch
        {
            '\'' => new FixedArgument(new JsonString(ReadString(keepEscapes))),
            '$' => new PathArgument(JsonPath.Parse(ReadUntilDelimiter()), text),
            'S' when depth == DeepestNesting => throw Wrong($"calls are nested deeper than {DeepestNesting}"),
            'S' => new CallArgument(ReadCall(depth + 1)),
            _ => new FixedArgument(ReadLiteral()),
        };
    }

    /// <summary>A string in single quotes. In a template of States.Format escapes stay, to tell escaped braces from places to fill.</summary>
    private string ReadString(bool keepEscapes)
    {
        _at++;
        var value = new StringBuilder();
        while (Current != '\'')
        {
            if (_at >= text.Length)
            {
                throw Wrong("the string does not end");
            }

            if (Current == '\\' && _at + 1 < text.Length)
            {
                _at++;
                value.Append(keepEscapes && text[_at] != '\'' ? "\\" : "");
            }

            value.Append(text[_at++]);
        }

        _at++;
        return value.ToString();
    }

    private Json ReadLiteral()
    {
        var literal = ReadUntilDelimiter().Trim();
        try
        {
            var value = JsonParser.Parse(literal);
            return value is JsonString or JsonArray or JsonObject ? throw Wrong($"'{literal}' is no argument") : value;
        }
        catch (JsonException)
        {
            throw Wrong($"'{literal}' is no argument");
        }
    }

    /// <summary>The text up to the comma or parenthesis that ends the argument, past those inside brackets and quotes.</summary>
    private string ReadUntilDelimiter()
    {
        var start = _at;
        var brackets = 0;
        var quote = '\0';
        for (; _at < text.Length && (brackets > 0 || Current is not (',' or ')')); _at++)
        {
            if (quote != '\0')
            {
                quote = Current == quote ? '\0' : quote;
                continue;
            }

            brackets += Current switch { '[' => 1, ']' => -1, _ => 0 };
            quote = brackets > 0 && Current is '\'' or '"' ? Current : '\0';
        }

        return text[start.._at].TrimEnd();
    }

    private void SkipSpace()
    {
        while (Current is ' ' or '\t' or '\n' or '\r')
        {
            _at++;
        }
    }

    private void Expect(char character)
    {
        SkipSpace();
        if (Current != character)
        {
            throw Wrong($"'{character}' is missing");
        }

        _at++;
    }

    private FormatException Wrong(string what) => new($"'{text}' is no call of an intrinsic function: {what}, at character {_at + 1}.");
}

using System.Globalization;
using System.Text;

namespace Amicast.StatesLanguage.Data.Paths;

/// <summary>Reads the text of a path.</summary>
internal sealed partial class PathParser(string text)
{
    private int _at;

    private char Current => _at < text.Length ? text[_at] : '\0';

    /// <exception cref="FormatException">The text is not a path.</exception>
    public JsonPath Parse()
    {
        Expect('$');
        var isContext = Take('$');
        var steps = new List<PathStep>();
        while (_at < text.Length)
        {
            ReadStep(steps);
        }

        return new JsonPath(text, isContext, steps);
    }

    private void ReadStep(List<PathStep> steps)
    {
        if (Take('['))
        {
            steps.Add(ReadBrackets(afterDescent: false));
            return;
        }

        Expect('.');
        if (Take('.'))
        {
            steps.Add(new DescentStep());
            if (Take('['))
            {
                steps.Add(ReadBrackets(afterDescent: true));
                return;
            }
        }

        steps.Add(Take('*') ? new EveryStep() : new FieldStep(ReadName()));
    }

    private string ReadName()
    {
        var start = _at;
        while (!(_inFilter && FilterStops.Contains(Current)) && Current is not ('\0' or '.' or '[' or ']' or '(' or ')' or '\'' or '"' or ',' or '*' or '?' or '@' or '$' or '\\' or ' '))
        {
            _at++;
        }

        if (Current == '(')
        {
            throw Wrong("functions of a path are not supported");
        }

        return _at > start ? text[start.._at] : throw Wrong("a field name is missing");
    }

    private PathStep ReadBrackets(bool afterDescent)
    {
        if (Current == '?')
        {
            return ReadFilter(afterDescent);
        }

        if (Take('*'))
        {
            Expect(']');
            return new EveryStep();
        }

        return Current is '\'' or '"' ? ReadNames() : ReadIndexes();
    }

    private PathStep ReadNames()
    {
        var names = new List<DefiniteStep>();
        do
        {
            SkipSpace();
            names.Add(new FieldStep(ReadQuoted()));
            SkipSpace();
        }
        while (Take(','));
        Expect(']');
        return names.Count == 1 ? names[0] : new UnionStep(names);
    }

    private string ReadQuoted()
    {
        var quote = Current is '\'' or '"' ? Current : throw Wrong("a quoted name is missing");
        _at++;
        var name = new StringBuilder();
        while (Current != quote)
        {
            if (Current == '\\')
            {
                _at++;
            }

            name.Append(_at < text.Length ? Current : throw Wrong("the quote does not end"));
            _at++;
        }

        _at++;
        return name.ToString();
    }

    private PathStep ReadIndexes()
    {
        var first = ReadInteger();
        if (Current == ':')
        {
            return ReadSlice(first);
        }

        var places = new List<DefiniteStep> { Element(first) };
        while (Take(','))
        {
            places.Add(Element(ReadInteger()));
        }

        Expect(']');
        return places.Count == 1 ? places[0] : new UnionStep(places);
    }

    private SliceStep ReadSlice(int? start)
    {
        Expect(':');
        var end = ReadInteger();
        var stride = Take(':') ? ReadInteger() ?? 1 : 1;
        Expect(']');
        return stride > 0 ? new SliceStep(start, end, stride) : throw Wrong("the step of a slice is above zero");
    }

    private ElementStep Element(int? index) => new(index ?? throw Wrong("an index is missing"));

    private int? ReadInteger()
    {
        SkipSpace();
        var start = _at;
        _ = Take('-');
        while (char.IsAsciiDigit(Current))
        {
            _at++;
        }

        var digits = text.AsSpan(start, _at - start);
        SkipSpace();
        if (digits.IsEmpty)
        {
            return null;
        }

        return int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong("an index is not a number");
    }

    private void SkipSpace()
    {
        while (Current == ' ')
        {
            _at++;
        }
    }

    private bool Take(char character)
    {
        if (_at >= text.Length || text[_at] != character)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void Expect(char character)
    {
        if (!Take(character))
        {
            throw Wrong($"'{character}' is missing");
        }
    }

    private FormatException Wrong(string what) => new($"'{text}' is not a path this engine reads: {what} at character {_at + 1}.");
}

using System.Text.Json;
using Amicast.StatesLanguage.Data.Paths.Filters;

namespace Amicast.StatesLanguage.Data.Paths;

/// <summary>Filters: <c>?(@.a == 1 &amp;&amp; !(@.b in ['x','y']))</c>.</summary>
internal sealed partial class PathParser
{
    private const string FilterStops = "=!<>&|~";
    private const int DeepestFilter = 50;
    private bool _inFilter;
    private int _filterDepth;

    private FilterStep ReadFilter(bool afterDescent)
    {
        if (_inFilter)
        {
            throw Wrong("a filter inside a filter is not supported");
        }

        Expect('?');
        SkipSpace();
        if (Current != '(')
        {
            throw Wrong("'(' is missing");
        }

        _inFilter = true;
        var condition = ReadUnary();
        _inFilter = false;
        SkipSpace();
        Expect(']');
        return new FilterStep(condition, afterDescent);
    }

    private FilterCondition ReadAny()
    {
        if (++_filterDepth > DeepestFilter)
        {
            throw Wrong($"conditions are nested deeper than {DeepestFilter}");
        }

        var conditions = new List<FilterCondition> { ReadAll() };
        while (TakeText("||"))
        {
            conditions.Add(ReadAll());
        }

        _filterDepth--;
        return conditions.Count == 1 ? conditions[0] : new AnyFilter(conditions);
    }

    private FilterCondition ReadAll()
    {
        var conditions = new List<FilterCondition> { ReadUnary() };
        while (TakeText("&&"))
        {
            conditions.Add(ReadUnary());
        }

        return conditions.Count == 1 ? conditions[0] : new AllFilters(conditions);
    }

    private FilterCondition ReadUnary()
    {
        SkipSpace();
        var negated = Take('!');
        SkipSpace();
        FilterCondition condition;
        if (Take('('))
        {
            condition = ReadAny();
            SkipSpace();
            Expect(')');
        }
        else
        {
            condition = ReadComparison();
        }

        return negated ? new NotFilter(condition) : condition;
    }

    private FilterCondition ReadComparison()
    {
        var left = ReadOperand();
        SkipSpace();
        if (FilterOperator.Refused.FirstOrDefault(IsNext) is { } refused)
        {
            throw Wrong($"the operator '{refused}' of a filter is not supported");
        }

        if (FilterOperator.All.FirstOrDefault(one => TakeText(one.Name)) is { } comparison)
        {
            return new ComparisonFilter(left, comparison, ReadOperand());
        }

        return left is PlaceOperand ? new ExistsFilter(left) : throw Wrong("an operator is missing");
    }

    private FilterOperand ReadOperand()
    {
        SkipSpace();
        if (Take('@'))
        {
            var steps = new List<PathStep>();
            while (Current is '.' or '[')
            {
                ReadStep(steps);
            }

            return steps.TrueForAll(step => step.IsDefinite) ? new PlaceOperand(steps) : throw Wrong("a path inside a filter must lead to one place");
        }

        return Current == '$' ? throw Wrong("a filter looks at its own element (@) only") : new LiteralOperand(ReadLiteral());
    }

    private Json ReadLiteral()
    {
        SkipSpace();
        if (Current is '\'' or '"')
        {
            return new JsonString(ReadQuoted());
        }

        return Take('[') ? ReadLiteralArray() : ReadWord();
    }

    private JsonArray ReadLiteralArray()
    {
        var items = new List<Json>();
        SkipSpace();
        while (!Take(']'))
        {
            if (items.Count > 0)
            {
                Expect(',');
            }

            SkipSpace();
            items.Add(Current == '[' ? throw Wrong("an array inside an array of a filter is not supported") : ReadLiteral());
            SkipSpace();
        }

        return new JsonArray([.. items]);
    }

    /// <summary>A number, true, false or null.</summary>
    private Json ReadWord()
    {
        var start = _at;
        while (char.IsAsciiLetterOrDigit(Current) || Current is '+' or '-' or '.')
        {
            _at++;
        }

        try
        {
            return JsonParser.Parse(text[start.._at]);
        }
        catch (JsonException)
        {
            throw Wrong("a value is missing");
        }
    }

    private bool TakeText(string expected)
    {
        SkipSpace();
        if (!IsNext(expected))
        {
            return false;
        }

        _at += expected.Length;
        return true;
    }

    /// <summary>Whether <paramref name="expected"/> comes next; a word only as a whole one.</summary>
    private bool IsNext(string expected) =>
        text.AsSpan(_at).StartsWith(expected, StringComparison.Ordinal)
        && !(char.IsAsciiLetter(expected[0]) && _at + expected.Length < text.Length && char.IsAsciiLetterOrDigit(text[_at + expected.Length]));
}

using System.Buffers;
using System.Globalization;
using System.Text;

namespace Amicast.Simulator.Ec2.Wire;

/// <summary>Writes a response's XML straight into a buffer, in EC2's forms.</summary>
internal sealed class ResponseWriter
{
    /// <summary>Markup, and the control characters that XML 1.0 does not have.</summary>
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. "&<>\ufffe\uffff", .. Enumerable.Range(0, ' ').Select(code => (char)code).Except(['\t', '\n'])]);

    /// <summary>Room for what most operations answer.</summary>
    private byte[] _buffer = new byte[2048];
    private int _length;

    internal ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, _length);

    /// <summary>An element with a text; nothing, if there is none.</summary>
    internal void Text(string name, string? value)
    {
        if (value is null)
        {
            return;
        }

        Open(name);
        Escaped(value);
        Close(name);
    }

    internal void Flag(string name, bool? value) => Text(name, value switch { null => null, true => "true", false => "false" });

    internal void Number(string name, long? value) => Text(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>A moment, as EC2 writes it: UTC with milliseconds.</summary>
    internal void Moment(string name, DateTimeOffset? value) =>
        Text(name, value?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    /// <summary>A list, also when it is empty: <c>&lt;xSet&gt;&lt;item&gt;…</c>.</summary>
    internal void List<T>(string name, IEnumerable<T> items, Action<ResponseWriter, T> write)
    {
        Open(name);
        foreach (var item in items)
        {
            Open("item");
            write(this, item);
            Close("item");
        }

        Close(name);
    }

    internal void Texts(string name, IEnumerable<string> items)
    {
        Open(name);
        foreach (var item in items)
        {
            Text("item", item);
        }

        Close(name);
    }

    internal void Open(string name) => Tag("<", name);

    internal void Close(string name) => Tag("</", name);

    /// <summary>Text that is XML already.</summary>
    internal void Raw(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        Put(text);
    }

    private void Tag(ReadOnlySpan<char> start, string name)
    {
        Reserve(start.Length + name.Length + 1);
        Put(start);
        Put(name);
        Put(">");
    }

    private void Put(ReadOnlySpan<char> text) => _length += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_length));

    /// <summary>Makes room for so many characters, whatever they are.</summary>
    private void Reserve(int characters)
    {
        var needed = _length + Encoding.UTF8.GetMaxByteCount(characters);
        if (needed > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(needed, 2 * _buffer.Length));
        }
    }

    private void Escaped(ReadOnlySpan<char> text)
    {
        for (var special = text.IndexOfAny(Special); special >= 0; special = text.IndexOfAny(Special))
        {
            Raw(text[..special]);

            // XML 1.0 has no form for the other control characters; EC2 does not let them in.
            Raw(text[special] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '\r' => "&#xD;", _ => "?" });
            text = text[(special + 1)..];
        }

        Raw(text);
    }
}

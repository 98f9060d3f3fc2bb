using System.Text.Json;

namespace Amicast.Requests;

/// <summary>Whether the text in a document can be read: JSON's grammar allows an escaped half of a surrogate pair, which is no character.</summary>
public static class RequestText
{
    /// <summary>The problem of a document with text that is no text; Step Functions takes no such input either.</summary>
    public static Problem? Check(JsonElement document)
    {
        try
        {
            Read(document);
            return null;
        }
        catch (InvalidOperationException)
        {
            return Unreadable;
        }
    }

    /// <summary>What is said of such a document.</summary>
    public static Problem Unreadable { get; } = new("$", "InvalidJson", "a text has half of a surrogate pair in it", "write the character whole, or leave it out");

    // Text is decoded only when it is asked for.
    private static void Read(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                _ = element.GetString();
                break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    _ = member.Name;
                    Read(member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Read(item);
                }

                break;
        }
    }
}

using System.Text.Json;

namespace Amicast.Requests;

/// <summary>Reads an <c>image</c> block: the shared one, or a destination's own, whose members replace the shared ones.</summary>
internal sealed class ImageReader(List<Problem> problems)
{
    // EC2 allows 50 tags a resource; Amicast's own take five.
    private const int MostTags = 45;
    private const int LongestKey = 128;
    private const int LongestValue = 256;
    private const int LongestDescription = 255;

    internal RequestImage ReadShared(ObjectReader root, bool nameRequired)
    {
        var image = RequestImage.Default;
        if (root.Object("image") is { } reader)
        {
            image = Read(reader, image) with { Reboot = reader.Flag("reboot", otherwise: true) };
            image = image with { BlockDevices = ReadBlockDevices(reader, nameRequired) };
            reader.RefuseOthers();
        }

        if (nameRequired && image.Name is null && problems.TrueForAll(p => !p.Path.StartsWith("$.image", StringComparison.Ordinal)))
        {
            problems.Add(new Problem("$.image.name", "Missing", "the image has no name", "give one, e.g. \"web-{date:yyyyMMdd}-{time:HHmm}\""));
        }

        return image;
    }

    internal RequestImage ReadOwn(ObjectReader destination, RequestImage shared)
    {
        if (destination.Object("image") is not { } reader)
        {
            return shared;
        }

        var image = Read(reader, shared);
        reader.RefuseOthers();
        return image;
    }

    private IReadOnlyList<RequestBlockDevice>? ReadBlockDevices(ObjectReader reader, bool isOfInstance)
    {
        if (!isOfInstance && reader.Has("blockDevices", out _))
        {
            reader.Report("blockDevices", "NoInstance", "the run does not start from an instance, so no image is made of one", "leave it out: copies have every device of their image");
        }

        return BlockDeviceReader.Read(reader, problems) is { Count: > 0 } devices ? devices : null;
    }

    private RequestImage Read(ObjectReader reader, RequestImage inherited)
    {
        var name = reader.Text("name");
        if (name is not null)
        {
            NameTemplate.Check(name, reader.At("name"), problems);
        }

        return inherited with
        {
            Path = reader.Path,
            Name = name ?? inherited.Name,
            Description = ReadDescription(reader) ?? inherited.Description,
            Tags = reader.Has("tags", out var tags) ? ReadTags(reader, tags) : inherited.Tags,
        };
    }

    private static string? ReadDescription(ObjectReader reader)
    {
        var description = reader.Text("description");
        if (description?.Length > LongestDescription)
        {
            reader.Report("description", "TooLong", $"it has {description.Length} characters", $"EC2 allows {LongestDescription}");
        }

        return description;
    }

    private Dictionary<string, string> ReadTags(ObjectReader reader, JsonElement value)
    {
        var tags = new Dictionary<string, string>();
        if (ObjectReader.Open(value, reader.At("tags"), problems) is not { } members)
        {
            return tags;
        }

        foreach (var key in value.EnumerateObject().Select(m => m.Name))
        {
            if (members.Text(key) is { } text)
            {
                CheckTag(members, key, text);
                tags[key] = text;
            }
        }

        if (tags.Count > MostTags)
        {
            reader.Report("tags", "TooManyTags", $"there are {tags.Count}", $"EC2 allows 50 a resource, of which Amicast's own take 5: keep {MostTags}");
        }

        return tags;
    }

    private static void CheckTag(ObjectReader tags, string key, string value)
    {
        if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) || key.StartsWith("amicast:", StringComparison.OrdinalIgnoreCase))
        {
            tags.Report(key, "ReservedTag", $"'{key}' begins with a reserved prefix", "'aws:' is AWS's and 'amicast:' is Amicast's: choose another key");
        }
        else if (key.Length is 0 or > LongestKey || value.Length > LongestValue)
        {
            tags.Report(key, "TooLong", "the tag is out of EC2's limits", $"keys have 1 to {LongestKey} characters, values at most {LongestValue}");
        }
    }
}

namespace Amicast.Requests;

/// <summary>Reads an <c>image</c> block: the shared one, or a destination's own, whose members replace the shared ones.</summary>
internal sealed class ImageReader(List<Problem> problems)
{
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
            Tags = TagReader.Read(reader) ?? inherited.Tags,
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
}

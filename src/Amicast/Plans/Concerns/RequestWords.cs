using System.Text.Json;
using Amicast.Requests;

namespace Amicast.Plans.Concerns;

/// <summary>What blocks of a request say, in words that are equal where the blocks say the same, wherever they stand in the document.</summary>
internal static class RequestWords
{
    internal static string Of(RequestImage image) => string.Join('\n',
    [
        $"{image.Name}|{image.Description}|{image.Reboot}",
        .. image.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}"),
        .. image.BlockDevices?.Select(device => $"{device.Device}|{device.Exclude}|{device.DeleteOnTermination}") ?? [],
    ]);

    internal static string Of(RequestEncryption? encryption) => encryption is null ? "" : $"encrypted|{encryption.KmsKeyId}";

    internal static string Of(RequestLaunch? launch) => launch is null
        ? ""
        : $"{launch.Template?.Name}|{launch.Template?.Id}|{launch.Template?.Version}|{launch.IsDescribed}|{launch.Keep}|{JsonSerializer.Serialize(PlanDraft.ToPlan(launch), AmicastJson.Default.PlannedLaunch!)}";

    internal static string Of(RequestLaunchTemplate? template) => template is null
        ? ""
        : $"{template.Name}|{template.Id}|{template.FromInstance}|{template.BaseVersion}|{template.Publish}|{template.SetDefault}|{template.Parameter}|{(template.Create is null ? "" : JsonSerializer.Serialize(template.Create, AmicastJson.Default.InstanceDescription))}";
}

namespace Amicast.Simulator.Tests.Facts;

/// <summary>A kind of id, with the errors for one that is malformed and one that is not there.</summary>
/// <param name="Known">One that is in <see cref="RichAccount.First"/>.</param>
internal sealed record IdKind(string Known, string MalformedCode, string NotFoundCode, string Missing)
{
    private static readonly IdKind[] All =
    [
        new("ami-00000000000000001", "InvalidAMIID.Malformed", "InvalidAMIID.NotFound", "The image id '[{0}]' does not exist"),
        new("snap-00000000000000001", "InvalidSnapshotID.Malformed", "InvalidSnapshot.NotFound", "The snapshot '{0}' does not exist."),
        new("vol-00000000000000001", "InvalidVolumeID.Malformed", "InvalidVolume.NotFound", "The volume '{0}' does not exist."),
        new("i-00000000000000001", "InvalidInstanceID.Malformed", "InvalidInstanceID.NotFound", "The instance ID '{0}' does not exist"),
        new(
            "lt-00000000000000001", "InvalidLaunchTemplateId.Malformed", "InvalidLaunchTemplateId.NotFound",
            "The specified launch template, with template ID {0}, does not exist."),
        new("sg-00000000000000001", "InvalidGroupId.Malformed", "InvalidGroup.NotFound", "The security group '{0}' does not exist"),
    ];

    internal string Malformed => $"{Prefix}-xyz";

    internal string Unknown => $"{Prefix}-0fffffffffffffff0";

    private string Prefix => Known[..Known.IndexOf('-', StringComparison.Ordinal)];

    /// <summary>The kind of one parameter of a request: what its value says, or, where it is a list that the least request leaves out, its name.</summary>
    internal static IdKind Of(OperationRow row, string parameter)
    {
        var value = row.Request().Split('&').Select(pair => pair.Split('=')).FirstOrDefault(pair => pair[0] == parameter)?[1];
        return All.Single(kind => kind.Prefix == (value is null ? PrefixOf(parameter) : value[..value.IndexOf('-', StringComparison.Ordinal)]));
    }

    /// <summary>The operations on tags have one code for every id that no resource can have.</summary>
    internal string MalformedError(string operation) => IsOfTags(operation)
        ? $"InvalidID 400: The ID '{Malformed}' is not valid"
        : $"{MalformedCode} 400: Invalid id: \"{Malformed}\" (expecting \"{Prefix}-...\")";

    internal string NotFoundError(string operation, string id) => IsOfTags(operation)
        ? $"{NotFoundCode} 400: The ID '{id}' does not exist"
        : $"{NotFoundCode} 400: {Missing.Replace("{0}", id, StringComparison.Ordinal)}";

    private static bool IsOfTags(string operation) => operation is "CreateTags" or "DeleteTags";

    private static string PrefixOf(string parameter) => parameter switch
    {
        "ImageId.1" => "ami",
        "SnapshotId.1" => "snap",
        "VolumeId.1" => "vol",
        "InstanceId.1" => "i",
        "GroupId.1" => "sg",
        _ => "lt",
    };
}

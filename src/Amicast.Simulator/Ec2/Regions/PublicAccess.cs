namespace Amicast.Simulator.Ec2.Regions;

/// <summary>The states of block public access.</summary>
internal static class PublicAccess
{
    internal const string Unblocked = "unblocked";
    internal const string BlockNewSharing = "block-new-sharing";
    internal const string BlockAllSharing = "block-all-sharing";
}

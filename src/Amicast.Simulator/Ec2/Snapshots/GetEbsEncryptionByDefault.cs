namespace Amicast.Simulator.Ec2.Snapshots;

/// <summary>As the account document says; no request changes it.</summary>
internal sealed class GetEbsEncryptionByDefault : Operation
{
    internal override Effect Prepare(Call call) => () => response =>
    {
        var encrypts = call.Region.Settings.EncryptsByDefault;
        response.Flag("ebsEncryptionByDefault", encrypts);
        response.Text("sseType", encrypts ? "sse-kms" : "none");
    };
}

using Amicast.Simulator.Kms;

namespace Amicast.Simulator.Ec2.Snapshots;

/// <summary>As the account document says; without a key of the customer's, it is the alias of the AWS managed key.</summary>
internal sealed class GetEbsDefaultKmsKeyId : Operation
{
    internal override Effect Prepare(Call call) => () => response =>
        response.Text("kmsKeyId", call.Region.Settings.DefaultKey?.Arn ?? KmsKeys.ManagedAlias);
}

namespace Amicast.Simulator.Iam;

/// <summary>Who sent a call.</summary>
/// <param name="AccountId">The account that the access key belongs to, twelve digits.</param>
/// <param name="AccessKeyId">The access key of the call's signature.</param>
public sealed record Caller(string AccountId, string AccessKeyId)
{
    /// <summary>The ARN of the account's root: who calls, where nobody says otherwise.</summary>
    public string RootArn => $"arn:aws:iam::{AccountId}:root";
}

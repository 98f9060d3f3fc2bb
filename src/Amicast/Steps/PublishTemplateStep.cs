using Amicast.Aws;
using Amicast.Reports;
using Amicast.Requests;

namespace Amicast.Steps;

/// <summary>Makes the template's new version from the base version and the Region's image, then moves the default version and the SSM parameter to it.</summary>
/// <remarks>
/// The state machine comes here only when the instances were verified, or where the request says <c>publish: "always"</c>. All three are looked at
/// before any is changed, and default and parameter are moved only from what the plan recorded: if somebody else has moved one of them since,
/// that is DefaultVersionMoved or ParameterMoved, and nothing is changed at all.
/// </remarks>
public sealed class PublishTemplateStep(AwsClients aws) : IStep<RegionInput, TemplateRecord>
{
    internal const string StepName = "PublishTemplate";

    /// <inheritdoc/>
    public async Task<TemplateRecord> ExecuteAsync(RegionInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var template = input.Record.Template ?? throw new InvalidOperationException($"{input.Region} has no launch template yet.");
        var publication = new TemplatePublication(aws.Ec2(input.Region), input, template);
        var parameter = new ImageParameter(aws.Ssm(input.Region), input);

        var (version, seen, stored) = (publication.FindVersionAsync(cancellation), publication.DefaultAsync(cancellation), parameter.LookAsync(cancellation));
        await Task.WhenAll(version, seen, stored);
        await publication.CheckDefaultAsync(await seen, (await version)?.Number, cancellation);
        var (number, warning) = await version ?? await publication.MakeVersionAsync(cancellation);
        var standing = await publication.MoveDefaultAsync(await seen, number, cancellation);
        var set = await parameter.SetAsync(await stored, cancellation);
        return template with
        {
            Published = new PublicationRecord(number, input.Image.ImageId, IsVerified(input), publication.DefaultBefore, standing, set, warning),
        };
    }

    /// <summary>What a run has published in a Region, by what is there; none where it has made no version.</summary>
    internal static async Task<PublicationRecord?> LookAsync(AwsClients aws, RegionInput input, CancellationToken cancellation)
    {
        var template = input.Record.Template ?? throw new InvalidOperationException($"{input.Region} has no launch template.");
        var publication = new TemplatePublication(aws.Ec2(input.Region), input, template);
        if (await publication.FindVersionAsync(cancellation) is not { } version)
        {
            return null;
        }

        var standing = await publication.DefaultAsync(cancellation);
        var set = await new ImageParameter(aws.Ssm(input.Region), input).FindAsync(cancellation);
        return new PublicationRecord(version.Number, input.Image.ImageId, IsVerified(input), publication.DefaultBefore, standing, set);
    }

    private static bool IsVerified(RegionInput input) => input.LaunchHere.Verify != Verification.None && input.Record.Launch?.Verified == true;
}

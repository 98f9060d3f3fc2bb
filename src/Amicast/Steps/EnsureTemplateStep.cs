using Amazon.EC2;
using Amazon.EC2.Model;
using Amicast.Aws;
using Amicast.Errors;
using Amicast.Reports;

namespace Amicast.Steps;

/// <summary>Makes the Region's launch template where the plan found none; a template that is there is left as it is.</summary>
/// <remarks>
/// Version 1 of a template that the run makes names no image: whoever follows <c>$Latest</c> or <c>$Default</c> finds none until there is one that was verified, and
/// the launch names its own. Besides the client token, the name is the guard: EC2 refuses a second template of the same name.
/// <list type="table">
/// <item><term>the plan has one</term><description>that one</description></item>
/// <item><term>one of this run is there</term><description>go on with it</description></item>
/// <item><term>name refused, not visible, or too new to tell</term><description>NotVisibleYet: the state machine tries again</description></item>
/// <item><term>name refused, another's</term><description>TemplateNameTaken</description></item>
/// </list>
/// </remarks>
public sealed class EnsureTemplateStep(AwsClients aws, TimeProvider time) : IStep<RegionInput, TemplateRecord>
{
    internal const string StepName = "EnsureTemplate";
    private const int OnlyAttempt = 1;
    private static readonly TimeSpan TagsBecomeVisibleWithin = TimeSpan.FromMinutes(3);

    /// <inheritdoc/>
    public async Task<TemplateRecord> ExecuteAsync(RegionInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.PublicationHere.Base is { } planned)
        {
            return new TemplateRecord(planned.Id, planned.Name, long.Parse(planned.Version, System.Globalization.CultureInfo.InvariantCulture));
        }

        var ec2 = aws.Ec2(input.Region);
        var made = (await FindAsync(ec2, RunTags.Find(input.Run, StepName), cancellation)).Find(t => t.LaunchTemplateName == NameOf(input));
        return ToRecord(made ?? await CreateAsync(ec2, input, cancellation));
    }

    private static string NameOf(RegionInput input) => input.LaunchTemplateHere.Name ?? throw new InvalidOperationException($"The plan does not name the launch template of {input.Region}.");

    private async Task<LaunchTemplate> CreateAsync(IAmazonEC2 ec2, RegionInput input, CancellationToken cancellation)
    {
        var described = input.LaunchTemplateHere.Create ?? throw new InvalidOperationException($"The plan does not describe the launch template of {input.Region}.");
        var mark = new RunMark(input.Run, OnlyAttempt, StepName, input.Origin.Id, input.Origin.Region);
        var request = new CreateLaunchTemplateRequest
        {
            ClientToken = ClientToken.For(input.Run, input.Region, StepName, OnlyAttempt),
            LaunchTemplateName = NameOf(input),
            VersionDescription = $"amicast run={input.Run}",
            LaunchTemplateData = described.ToTemplateData(),
            TagSpecifications = RunTags.Specifications(mark, new Dictionary<string, string>(), ResourceType.LaunchTemplate),
        };
        try
        {
            return (await ec2.CreateLaunchTemplateAsync(request, cancellation)).LaunchTemplate;
        }
        catch (TemplateNameTakenException taken)
        {
            return await AdoptAsync(ec2, input, taken, cancellation);
        }
    }

    private async Task<LaunchTemplate> AdoptAsync(IAmazonEC2 ec2, RegionInput input, TemplateNameTakenException taken, CancellationToken cancellation)
    {
        var name = NameOf(input);
        var holder = (await FindAsync(ec2, [new Filter("launch-template-name", [name])], cancellation)).FirstOrDefault()
            ?? throw new NotVisibleYetException($"The launch template that has the name '{name}' in {input.Region} is not visible yet.", taken);
        if (holder.Tags?.Exists(tag => tag.Key == RunTags.Run && tag.Value == input.Run) == true)
        {
            return holder;
        }

        // Tags may become visible later than the template: one that is new and shows none may be this run's own.
        if (holder.Tags is not { Count: > 0 } && time.GetUtcNow().UtcDateTime - holder.CreateTime < TagsBecomeVisibleWithin)
        {
            throw new NotVisibleYetException($"{holder.LaunchTemplateId} has the name '{name}' and shows no tags yet.", taken);
        }

        throw new TemplateNameTakenException($"'{name}' is the name of {holder.LaunchTemplateId} in {input.Region}, which this run did not make.", taken);
    }

    private static async Task<List<LaunchTemplate>> FindAsync(IAmazonEC2 ec2, List<Filter> filters, CancellationToken cancellation) =>
        (await ec2.DescribeLaunchTemplatesAsync(new DescribeLaunchTemplatesRequest { Filters = filters }, cancellation)).LaunchTemplates ?? [];

    /// <summary>The record of the template that a run made in a Region, by the templates that carry its tag; none where it made none.</summary>
    internal static TemplateRecord? Find(IReadOnlyList<LaunchTemplate> tagged) =>
        tagged.FirstOrDefault(t => t.Tags?.Exists(tag => tag.Key == RunTags.Step && tag.Value == StepName) == true) is { } made ? ToRecord(made) : null;

    private static TemplateRecord ToRecord(LaunchTemplate made) => new(made.LaunchTemplateId, made.LaunchTemplateName, BaseVersion: 1, Made: true);
}

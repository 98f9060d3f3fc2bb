using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using Amicast.Aws;
using Amicast.Errors;
using Amicast.Reports;

namespace Amicast.Steps;

/// <summary>The SSM parameter that gets the Region's image id, if the request names one.</summary>
/// <remarks>
/// PutParameter takes no client token and no condition on the version before: the step looks right before it sets, and reads back until the value stands, since
/// Systems Manager looks an image up after it has answered. A new parameter carries the run's tags; one that exists cannot be tagged while it is
/// overwritten, its versions' descriptions say the run.
/// </remarks>
internal sealed class ImageParameter(IAmazonSimpleSystemsManagement ssm, RegionInput input)
{
    private string? Name => input.LaunchTemplateHere.Parameter;

    private string Value => input.Image.ImageId;

    /// <summary>The parameter as it is now.</summary>
    /// <exception cref="ParameterMovedException">It is neither what the plan recorded nor the image's id.</exception>
    internal async Task<Parameter?> LookAsync(CancellationToken cancellation)
    {
        if (Name is null)
        {
            return null;
        }

        var seen = await StoredParameter.FindAsync(ssm, Name, cancellation);
        return seen?.Value == Value || seen?.Version == input.PublicationHere.ParameterBefore?.Version ? seen : throw Moved(seen);
    }

    /// <summary>Sets it, unless it is set.</summary>
    internal async Task<ParameterRecord?> SetAsync(Parameter? seen, CancellationToken cancellation)
    {
        if (Name is null)
        {
            return null;
        }

        var before = input.PublicationHere.ParameterBefore;
        if (seen?.Value != Value)
        {
            await PutAsync(Name, cancellation);
            seen = await StoredParameter.FindAsync(ssm, Name, cancellation);
        }

        return Record(seen) ?? throw (seen?.Version == before?.Version ? new ParameterPendingException($"'{Name}' in {input.Region} was set, and does not show {Value} yet.") : Moved(seen));
    }

    /// <summary>What has been set; none where the parameter does not have the image's id.</summary>
    internal async Task<ParameterRecord?> FindAsync(CancellationToken cancellation) =>
        Name is null ? null : Record(await StoredParameter.FindAsync(ssm, Name, cancellation));

    private ParameterRecord? Record(Parameter? seen) => Name is not null && seen?.Value == Value
        ? new ParameterRecord(Name, seen.Version ?? 0, input.PublicationHere.ParameterBefore?.Value, input.PublicationHere.ParameterBefore?.Version)
        : null;

    private async Task PutAsync(string name, CancellationToken cancellation)
    {
        var before = input.PublicationHere.ParameterBefore;
        var mark = new RunMark(input.Run, input.Image.Attempt, PublishTemplateStep.StepName, input.Origin.Id, input.Origin.Region);
        var request = new PutParameterRequest
        {
            Name = name,
            Value = Value,
            Type = ParameterType.String,
            DataType = before?.DataType ?? StoredParameter.ImageDataType,
            Description = $"amicast run={input.Run} attempt={input.Image.Attempt}",
            Overwrite = before is not null,
            Tags = before is null ? [.. RunTags.For(mark, new Dictionary<string, string>()).Select(tag => new Tag { Key = tag.Key, Value = tag.Value })] : null,
        };
        try
        {
            await ssm.PutParameterAsync(request, cancellation);
        }
        catch (RejectedByAwsException rejected) when (StoredParameter.IsAnswer(rejected, "ParameterAlreadyExists"))
        {
            // This step's own, from a call whose answer was lost, or somebody else's: reading back tells.
        }
    }

    private ParameterMovedException Moved(Parameter? seen)
    {
        var before = input.PublicationHere.ParameterBefore;
        static string Shown(string? value, long? version) => value is null ? "not there" : $"version {version}, '{value}',";
        return new ParameterMovedException(
            $"'{Name}' in {input.Region} was {Shown(before?.Value, before?.Version)} when the run was planned, and is {Shown(seen?.Value, seen?.Version)} now: somebody else has changed it, and it stays so.");
    }
}

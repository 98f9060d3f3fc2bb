using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using Amicast.Aws;
using Amicast.Errors;

namespace Amicast.Rollbacks;

/// <summary>Puts an SSM parameter back, or away, if it still shows one of the run's images.</summary>
internal sealed class ParameterRestoring(IAmazonSimpleSystemsManagement ssm, IReadOnlySet<string> images, Cleaning cleaning)
{
    private const string Missing = "ParameterNotFound";

    internal async Task RestoreAsync(ParameterBefore parameter, CancellationToken cancellation)
    {
        var seen = await StoredParameter.FindAsync(ssm, parameter.Name, cancellation);
        if (seen is null || seen.Version == parameter.Before?.Version || seen.Value == parameter.Before?.Value)
        {
            return;
        }

        if (!images.Contains(seen.Value))
        {
            cleaning.Keep($"{parameter.Name} is '{seen.Value}', which the run did not set: it stays");
        }
        else if (parameter.Before is null)
        {
            await cleaning.RemoveAsync(parameter.Name, () => DeleteAsync(parameter.Name, cancellation));
        }
        else
        {
            await cleaning.RestoreAsync(parameter.Name, $"{parameter.Name}: '{parameter.Before.Value}'", () => PutAsync(parameter, cancellation));
        }
    }

    private async Task DeleteAsync(string name, CancellationToken cancellation)
    {
        try
        {
            await ssm.DeleteParameterAsync(new DeleteParameterRequest { Name = name }, cancellation);
        }
        catch (RejectedByAwsException rejected) when (StoredParameter.IsAnswer(rejected, Missing))
        {
            // Another invocation of this step was first.
        }
    }

    private async Task PutAsync(ParameterBefore parameter, CancellationToken cancellation)
    {
        var before = parameter.Before!;
        var pages = ssm.Paginators.GetParameterHistory(new GetParameterHistoryRequest { Name = parameter.Name }).Responses;
        var history = (await pages.ToListAsync(cancellation)).SelectMany(page => page.Parameters ?? []).ToList();
        await ssm.PutParameterAsync(
            new PutParameterRequest
            {
                Name = parameter.Name,
                Value = before.Value,
                Type = ParameterType.String,
                DataType = before.DataType,
                Description = history.Find(version => version.Version == before.Version)?.Description,
                Overwrite = true,
            },
            cancellation);
    }
}

using Amazon.Lambda.Core;
using Amicast.Functions.Http.Gateway;
using Amicast.Functions.Steps;

namespace Amicast.Functions.Http;

/// <summary>The API as a row of the table of functions: between API Gateway's event and its answer.</summary>
internal sealed class HttpApiRow(string handler, HttpApi api) : StepRow(handler)
{
    private static readonly ILambdaSerializer Serializer = new StepSerializer(HttpDocuments.Json);

    internal override async Task<Stream> InvokeAsync(Stream payload, Action<StepScope> known, CancellationToken cancellation)
    {
        var request = GatewayReading.Read(Serializer.Deserialize<GatewayEvent>(payload));
        var response = await api.AnswerAsync(request, cancellation);
        known(new StepScope(string.IsNullOrEmpty(response.Run) ? null : response.Run, Region: null) { Failure = response.Failure });
        var answer = new MemoryStream();
        Serializer.Serialize(GatewayReading.Write(response), answer);
        answer.Position = 0;
        return answer;
    }
}

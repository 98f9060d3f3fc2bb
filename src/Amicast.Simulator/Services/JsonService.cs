using System.Collections.Frozen;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Wire;
using Amicast.Simulator.Iam.Authorization;
using Amicast.VirtualTime;

namespace Amicast.Simulator.Services;

/// <summary>A service of the AWS JSON 1.1 protocol: the operation stands in the header X-Amz-Target, the parameters in the body.</summary>
internal sealed class JsonService(Ec2Account account, Chance chance, ServiceErrors errors, JsonOperation[] operations) : CloudService
{
    private readonly ResourceIds _ids = new(chance);
    private readonly FrozenDictionary<string, JsonOperation> _operations = operations.ToFrozenDictionary(operation => operation.Name);

    internal override ServiceErrors Errors => errors;

    internal override Answer Answer(Request request, out string outcome)
    {
        try
        {
            var answer = Write(HttpStatusCode.OK, CarryOut(request));
            outcome = CallRecord.Succeeded;
            return answer;
        }
        catch (Ec2Exception error)
        {
            outcome = error.Code;
            return Refuse(error);
        }
    }

    internal override Answer Refuse(Ec2Exception error) =>
        Write(error.Status, new() { ["__type"] = error.Code, ["message"] = error.Message });

    private JsonObject CarryOut(Request request)
    {
        var region = account.Regions.FirstOrDefault(region => region.Name == request.Region && region.IsUsable)
            ?? throw new Ec2Exception("UnrecognizedClientException", "The security token included in the request is invalid.");
        if (!request.IsReadable)
        {
            throw new Ec2Exception("SerializationException", "The request body is not a JSON object.");
        }

        var operation = _operations.GetValueOrDefault(request.Operation)
            ?? throw new Ec2Exception("UnknownOperationException", $"The simulated account does not support {request.Service} {request.Operation}.");
        var call = new Call(account, region, request, account.Now);
        call.Authorize();
        return operation.Carry(call);
    }

    private Answer Write(HttpStatusCode status, JsonObject body) => new(status, Encoding.UTF8.GetBytes(body.ToJsonString()))
    {
        ContentType = "application/x-amz-json-1.1",
        RequestId = _ids.NextRequestId(),
    };
}

using System.Text;
using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Wire;
using Amicast.Simulator.Iam.Authorization;
using Amicast.Simulator.Services;

namespace Amicast.Simulator.Ec2;

/// <summary>EC2 itself: takes a request, at the moment of its effect, to its answer.</summary>
internal sealed class Ec2Service(Ec2Account account) : CloudService
{
    internal override ServiceErrors Errors => ServiceErrors.Ec2;

    /// <summary>Carries the request out; all of it happens at this moment, or none.</summary>
    internal override Answer Answer(Request request, out string outcome)
    {
        var requestId = account.Ids.NextRequestId();
        try
        {
            var reply = CarryOut(request, requestId);
            var answer = Wire.Answer.Success(request.Operation, requestId, reply);
            outcome = CallRecord.Succeeded;
            return answer;
        }
        catch (Ec2Exception error)
        {
            outcome = error.Code;
            return Wire.Answer.Failure(error, requestId);
        }
    }

    /// <summary>An error without an attempt, for the faults of the wire.</summary>
    internal override Answer Refuse(Ec2Exception error) => Wire.Answer.Failure(error, account.Ids.NextRequestId());

    private Reply CarryOut(Request request, string requestId)
    {
        var region = UsableRegion(request.Region);
        var operation = Find(request);
        ApiVersion.Check(request);
        ParameterLengths.Check(request);
        region.Throttle.Admit(request, account.Now);
        var call = new Call(account, region, request, account.Now) { RequestId = requestId };
        var dryRun = request.Parameters.Flag("DryRun") == true;
        if (operation.TakesClientToken)
        {
            CheckToken(request, operation);
            if (!dryRun && region.ClientTokens.Find(request) is { } replay)
            {
                request.Marks.MarkAll();
                return replay;
            }
        }

        call.Authorize();
        var effect = operation.Prepare(call);
        if (dryRun)
        {
            throw RequestErrors.DryRun();
        }

        var reply = effect();
        if (operation.TakesClientToken)
        {
            region.ClientTokens.Remember(request, reply);
        }

        return reply;
    }

    /// <summary>A Region that does not exist or is not opted in knows nobody: EC2 answers AuthFailure.</summary>
    private Region UsableRegion(string name) =>
        account.Regions.FirstOrDefault(region => region.Name == name && region.IsUsable) ?? throw RequestErrors.AuthFailure();

    private static Operation Find(Request request)
    {
        if (!request.IsReadable)
        {
            throw RequestErrors.MalformedQueryString();
        }

        if (request.Operation.Length == 0)
        {
            throw new Ec2Exception("MissingAction", "The request must contain the parameter Action");
        }

        return request.Service == "ec2" && Operations.ByName.TryGetValue(request.Operation, out var operation)
            ? operation
            : throw RequestErrors.InvalidAction(request.Operation);
    }

    private static void CheckToken(Request request, Operation operation)
    {
        if (request.Parameters.Text("ClientToken") is { } token && (token.Length > operation.LongestToken || !Ascii.IsValid(token)))
        {
            throw RequestErrors.InvalidValue("ClientToken", token);
        }
    }
}

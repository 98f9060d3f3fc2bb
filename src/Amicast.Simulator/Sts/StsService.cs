using System.Net;
using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Wire;
using Amicast.Simulator.Iam.Authorization;
using Amicast.Simulator.Services;
using Amicast.VirtualTime;

namespace Amicast.Simulator.Sts;

/// <summary>STS, for its one operation GetCallerIdentity: every caller is the account's root, unless the authorizer knows better.</summary>
internal sealed class StsService(Ec2Account account, Chance chance) : CloudService
{
    internal const string GetCallerIdentity = "GetCallerIdentity";
    private const string Namespace = "https://sts.amazonaws.com/doc/2011-06-15/";
    private readonly ResourceIds _ids = new(chance);

    internal override ServiceErrors Errors => ServiceErrors.Sts;

    internal override Answer Answer(Request request, out string outcome)
    {
        if (account.Regions.Any(region => region.Name == request.Region && !region.IsUsable))
        {
            var unknown = new Ec2Exception("InvalidClientTokenId", "The security token included in the request is invalid.", HttpStatusCode.Forbidden);
            outcome = unknown.Code;
            return Refuse(unknown);
        }

        if (!request.IsReadable || request.Operation != GetCallerIdentity)
        {
            var error = request.IsReadable ? RequestErrors.InvalidAction(request.Operation) : RequestErrors.MalformedQueryString();
            outcome = error.Code;
            return Refuse(error);
        }

        outcome = CallRecord.Succeeded;
        var requestId = _ids.NextRequestId();
        var writer = new ResponseWriter();
        writer.Raw($"<GetCallerIdentityResponse xmlns=\"{Namespace}\"><GetCallerIdentityResult>");
        writer.Text("Arn", account.ArnOf(request));
        writer.Text("UserId", account.Id);
        writer.Text("Account", account.Id);
        writer.Raw("</GetCallerIdentityResult><ResponseMetadata>");
        writer.Text("RequestId", requestId);
        writer.Raw("</ResponseMetadata></GetCallerIdentityResponse>");
        return new(HttpStatusCode.OK, writer.Written) { RequestId = requestId };
    }

    internal override Answer Refuse(Ec2Exception error)
    {
        var requestId = _ids.NextRequestId();
        var writer = new ResponseWriter();
        writer.Raw($"<ErrorResponse xmlns=\"{Namespace}\"><Error>");
        writer.Text("Type", (int)error.Status < 500 ? "Sender" : "Receiver");
        writer.Text("Code", error.Code);
        writer.Text("Message", error.Message);
        writer.Raw("</Error>");
        writer.Text("RequestId", requestId);
        writer.Raw("</ErrorResponse>");
        return new(error.Status, writer.Written) { RequestId = requestId };
    }
}

using Amicast.StatesLanguage.Execution;

namespace Amicast.StatesLanguage.Protocol;

/// <summary>The operations on tasks that wait for their token.</summary>
internal static class TaskOperations
{
    private const string Token = "taskToken";

    public static byte[] Succeed(LocalStepFunctions stepFunctions, RequestFields request)
    {
        stepFunctions.SendTaskSuccess(request.Required(Token), request.Required("output"));
        return ResponseJson.Write(_ => { });
    }

    public static byte[] Fail(LocalStepFunctions stepFunctions, RequestFields request)
    {
        stepFunctions.SendTaskFailure(
            request.Required(Token), request.String("error", Operations.LongestError), request.String("cause", Operations.LongestCause));
        return ResponseJson.Write(_ => { });
    }

    public static byte[] Beat(LocalStepFunctions stepFunctions, RequestFields request)
    {
        stepFunctions.SendTaskHeartbeat(request.Required(Token));
        return ResponseJson.Write(_ => { });
    }
}

using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Instances;

/// <summary>What CreateFleet answers: HTTP 200 also where nothing could be launched; the errors stand beside the instances.</summary>
internal static class FleetXml
{
    internal static void Write(
        ResponseWriter response,
        Call call,
        Fleet fleet,
        IReadOnlyList<(FleetPool Pool, IReadOnlyList<Instance> Instances)> launched,
        IReadOnlyList<(FleetPool Pool, Ec2Exception Error)> errors,
        bool isSpot)
    {
        var lifecycle = isSpot ? "spot" : "on-demand";
        response.Text("fleetId", fleet.Id);
        response.List("errorSet", errors, (writer, failure) =>
        {
            failure.Pool.Write(writer, call);
            writer.Text("lifecycle", lifecycle);
            writer.Text("errorCode", failure.Error.Code);
            writer.Text("errorMessage", failure.Error.Message);
        });
        response.List("fleetInstanceSet", launched, (writer, used) =>
        {
            used.Pool.Write(writer, call);
            writer.Text("lifecycle", lifecycle);
            writer.Texts("instanceIds", used.Instances.Select(instance => instance.Id));
            writer.Text("instanceType", used.Instances[0].InstanceType);
        });
    }
}

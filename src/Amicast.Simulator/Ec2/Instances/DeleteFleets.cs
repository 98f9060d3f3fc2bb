using Amicast.Simulator.Ec2.Wire;
using Amicast.Simulator.Events;

namespace Amicast.Simulator.Ec2.Instances;

/// <summary>Deletes instant fleets with their instances, each fleet on its own.</summary>
internal sealed class DeleteFleets : Operation
{
    internal override Effect Prepare(Call call)
    {
        var ids = call.Parameters.List("FleetId");
        if (ids.Count == 0)
        {
            throw RequestErrors.MissingParameter("FleetId");
        }

        call.Parameters.Required("TerminateInstances");
        var terminates = call.Parameters.Flag("TerminateInstances") == true;
        return () =>
        {
            var results = ids.Distinct().Select(id => (Id: id, Error: Delete(call, id, terminates))).ToList();
            return response => Write(response, results);
        };
    }

    /// <summary>Returns why it cannot be deleted. A choice: the code for an instant fleet whose instances are to stay.</summary>
    private static (string Code, string Message)? Delete(Call call, string id, bool terminates)
    {
        if (!call.Region.Fleets.TryFind(id, call.Now, out var fleet))
        {
            return ("fleetIdDoesNotExist", $"The fleet ID '{id}' does not exist");
        }

        if (!terminates)
        {
            return ("fleetNotInDeletableState", "An instant fleet can be deleted only with its instances.");
        }

        fleet.GoneAt = call.Now;
        foreach (var instance in fleet.Instances.Where(instance => instance.Life.StateAt(call.Now) is { Code: not 32 and not 48 }))
        {
            instance.Terminate(call.Now, call.Account.Durations);
            call.Announce(instance);
        }

        return null;
    }

    private static void Write(ResponseWriter response, List<(string Id, (string Code, string Message)? Error)> results)
    {
        response.List("successfulFleetDeletionSet", results.FindAll(result => result.Error is null), static (writer, result) =>
        {
            writer.Text("currentFleetState", "deleted_terminating");
            writer.Text("previousFleetState", "active");
            writer.Text("fleetId", result.Id);
        });
        response.List("unsuccessfulFleetDeletionSet", results.FindAll(result => result.Error is not null), static (writer, result) =>
        {
            writer.Open("error");
            writer.Text("code", result.Error!.Value.Code);
            writer.Text("message", result.Error.Value.Message);
            writer.Close("error");
            writer.Text("fleetId", result.Id);
        });
    }
}

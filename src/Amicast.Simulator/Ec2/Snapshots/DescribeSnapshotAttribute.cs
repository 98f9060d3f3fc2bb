using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Snapshots;

internal sealed class DescribeSnapshotAttribute : Operation
{
    internal override Effect Prepare(Call call)
    {
        var attribute = call.Parameters.Required("Attribute");
        var snapshot = call.OwnSnapshot();
        if (attribute is not ("createVolumePermission" or "productCodes"))
        {
            throw RequestErrors.InvalidValue("attribute", attribute);
        }

        return () => response =>
        {
            response.Text("snapshotId", snapshot.Id);
            if (attribute == "createVolumePermission")
            {
                response.List(attribute, snapshot.Permissions, static (writer, permission) => writer.Text(permission.Element, permission.Value));
            }
            else
            {
                response.Texts(attribute, []);
            }
        };
    }
}

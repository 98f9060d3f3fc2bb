using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Snapshots;

internal sealed class ModifySnapshotAttribute : Operation
{
    private const int MostChanges = 500;

    internal override Effect Prepare(Call call)
    {
        var snapshot = call.OwnSnapshot();
        var change = ReadChange(call.Parameters);
        CheckForms(change);
        CheckEncryption(change, snapshot);
        if (change.Add.Contains(Permission.Public) && call.Region.Settings.SnapshotBlockPublicAccess != PublicAccess.Unblocked)
        {
            throw SnapshotErrors.PublicAccessBlocked();
        }

        return () =>
        {
            change.Apply(snapshot.Permissions);
            return response => response.Flag("return", true);
        };
    }

    private static PermissionChange ReadChange(Parameters parameters)
    {
        if (parameters.Text("Attribute") is { } attribute && attribute != "createVolumePermission")
        {
            throw RequestErrors.InvalidValue("attribute", attribute);
        }

        var change = PermissionChange.Read(parameters, "CreateVolumePermission");
        if (change.IsEmpty)
        {
            throw RequestErrors.MissingParameter("CreateVolumePermission");
        }

        if (change.Add.Count > 0 && change.Remove.Count > 0)
        {
            throw RequestErrors.InvalidCombination("Permissions cannot be added and removed in the same request.");
        }

        return change.Add.Count + change.Remove.Count <= MostChanges
            ? change
            : throw RequestErrors.InvalidValue($"At most {MostChanges} permissions can be changed in one request.");
    }

    /// <summary>Snapshots are shared with accounts or with all; organizations are for images alone.</summary>
    private static void CheckForms(PermissionChange change)
    {
        foreach (var permission in change.Add.Concat(change.Remove))
        {
            if (permission.Element is Permission.OrganizationArn or Permission.OrganizationalUnitArn)
            {
                throw new Ec2Exception("UnknownParameter", $"The parameter {permission.Element} is not recognized");
            }

            if (!permission.IsWellFormed)
            {
                throw SnapshotErrors.InvalidUser(permission.Value);
            }
        }
    }

    private static void CheckEncryption(PermissionChange change, Snapshot snapshot)
    {
        if (change.Add.Count > 0 && snapshot.Key is { } key)
        {
            if (key.IsAwsManaged)
            {
                throw SnapshotErrors.UnderManagedKey();
            }

            if (change.Add.Contains(Permission.Public))
            {
                throw SnapshotErrors.EncryptedForAll();
            }
        }
    }
}

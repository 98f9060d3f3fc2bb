using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Resources;

/// <summary>Permissions to add and to remove, in either of the two forms that EC2 takes.</summary>
internal sealed record PermissionChange(IReadOnlyList<Permission> Add, IReadOnlyList<Permission> Remove)
{
    internal bool IsEmpty => Add.Count + Remove.Count == 0;

    /// <summary>
    /// Reads <c>LaunchPermission.Add.1.UserId</c>, and the older form <c>OperationType=add&amp;UserId.1=…</c>.
    /// </summary>
    /// <param name="structure">LaunchPermission or CreateVolumePermission.</param>
    /// <exception cref="Ec2Exception">InvalidParameterValue, MissingParameter.</exception>
    internal static PermissionChange Read(Parameters parameters, string structure)
    {
        var (add, remove) = (Listed(parameters.Structure(structure), "Add"), Listed(parameters.Structure(structure), "Remove"));
        List<Permission> older =
        [
            .. parameters.List("UserId").Select(id => new Permission(Permission.UserId, id)),
            .. parameters.List("UserGroup").Select(group => new Permission(Permission.Group, group)),
            .. parameters.List("OrganizationArn").Select(arn => new Permission(Permission.OrganizationArn, arn)),
            .. parameters.List("OrganizationalUnitArn").Select(arn => new Permission(Permission.OrganizationalUnitArn, arn)),
        ];
        return older.Count == 0
            ? new(add, remove)
            : parameters.Required("OperationType") switch
            {
                "add" => new([.. add, .. older], remove),
                "remove" => new(add, [.. remove, .. older]),
                var other => throw RequestErrors.InvalidValue("OperationType", other),
            };
    }

    internal void Apply(List<Permission> permissions)
    {
        permissions.AddRange(Add.Except(permissions));
        permissions.RemoveAll(Remove.ToHashSet().Contains);
    }

    private static List<Permission> Listed(Parameters structure, string list)
    {
        var permissions = new List<Permission>();
        foreach (var item in structure.Structures(list))
        {
            foreach (var element in (string[])[Permission.UserId, Permission.Group, Permission.OrganizationArn, Permission.OrganizationalUnitArn])
            {
                if (item.Text(char.ToUpperInvariant(element[0]) + element[1..]) is { } value)
                {
                    permissions.Add(new(element, value));
                }
            }
        }

        return permissions;
    }
}

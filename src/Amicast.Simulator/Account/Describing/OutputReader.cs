using Amicast.Simulator.Documents;

namespace Amicast.Simulator.Account.Describing;

/// <summary>Reads the output of <c>aws ec2 describe-instances</c>.</summary>
internal sealed class OutputReader
{
    private readonly List<string> _leftOut = [];
    private readonly HashSet<string> _ids = [];
    private string? _owner;

    internal DescribedInstances Read(DocumentObject output)
    {
        List<DescribedInstance> instances = [.. output.Objects("Reservations", ReadReservation).SelectMany(reservation => reservation)];
        if (instances.Count == 0)
        {
            output.Report("Reservations", "NoInstances", string.Join(' ', _leftOut.Prepend("There is no instance here that could be simulated.")), "Describe a Region in which there is one.");
        }

        var assumptions = new List<string>(_leftOut);
        if (instances.Sum(one => one.Instance.Volumes.Count) is var volumes and > 0)
        {
            assumptions.Add($"The output does not say how large volumes are, or whether they are encrypted: {volumes} {(volumes == 1 ? "volume has" : "volumes have")} {DescribedVolume.SizeGiB} GiB, not encrypted.");
        }

        return new(DescribedAccount.Of(_owner ?? "", instances), assumptions);
    }

    private IReadOnlyList<DescribedInstance> ReadReservation(DocumentObject reservation)
    {
        var ownerId = reservation.RequiredText("OwnerId", AccountReader.IsAccountId, "an account id of twelve digits");
        if (_owner is not null && ownerId != _owner)
        {
            reservation.Report("OwnerId", "SeveralOwners", $"The instances before are those of {_owner}, these of {ownerId}.", "Give the output of one account.");
        }

        _owner ??= ownerId;
        var reservationId = reservation.Id("ReservationId", "r");
        return [.. reservation.Objects("Instances", instance => new InstanceOutputReader(_ids, _leftOut.Add).Read(instance, reservationId)).OfType<DescribedInstance>()];
    }
}

/// <summary>An instance of the output, with its Region.</summary>
internal sealed record DescribedInstance(string Region, InstanceDocument Instance);

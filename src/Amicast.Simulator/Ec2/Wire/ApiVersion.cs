namespace Amicast.Simulator.Ec2.Wire;

/// <summary>The versions of EC2's API that a request can be written in. All of them are answered as the newest is.</summary>
/// <remarks>EC2 has older ones too; these are the ones that the AWS CLI and its kind know.</remarks>
internal static class ApiVersion
{
    private static readonly string[] Known =
        ["2014-09-01", "2014-10-01", "2015-03-01", "2015-04-15", "2015-10-01", "2016-04-01", "2016-09-15", "2016-11-15"];

    /// <exception cref="Ec2Exception">NoSuchVersion; MissingParameter, a choice: "Common query parameters" calls it required, and not what follows if it is missing.</exception>
    internal static void Check(Request request)
    {
        if (string.IsNullOrEmpty(request.Version))
        {
            throw RequestErrors.MissingParameter("Version");
        }

        if (!Known.Contains(request.Version))
        {
            throw RequestErrors.NoSuchVersion(request.Version);
        }
    }
}

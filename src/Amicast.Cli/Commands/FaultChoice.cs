using System.Globalization;
using Amicast.Simulator.Documents;
using Amicast.Simulator.Faults;

namespace Amicast.Cli.Commands;

/// <summary>The trouble that <c>--faults</c> names: a probability, or a fault plan's file.</summary>
internal static class FaultChoice
{
    /// <exception cref="BadOptionException">It is neither.</exception>
    internal static FaultPlan Read(string faults) =>
        !double.TryParse(faults, NumberStyles.Float, CultureInfo.InvariantCulture, out var probability) ? ReadPlan(new FileInfo(faults))
        : probability is >= 0 and <= 1 ? FaultPlan.FromProbability(probability)
        : throw new BadOptionException($"--faults: {faults} is not a probability; give a number from 0 to 1, or a fault plan's file.");

    private static FaultPlan ReadPlan(FileInfo file)
    {
        try
        {
            return FaultPlan.Parse(File.ReadAllText(file.FullName));
        }
        catch (InvalidDocumentException invalid)
        {
            throw new BadOptionException($"--faults {file.Name}: {invalid.Message}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadOptionException($"--faults: {error.Message}");
        }
    }
}

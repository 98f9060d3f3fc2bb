using Amicast.Requests;

namespace Amicast.Errors;

/// <summary>The request cannot be carried out as it is written. Nothing was made.</summary>
/// <param name="problems">Everything that is wrong.</param>
public sealed class InvalidRequestException(IReadOnlyList<Problem> problems) : AmicastException(string.Join('\n', problems.Distinct()))
{
    /// <summary>Everything that is wrong.</summary>
    public IReadOnlyList<Problem> Problems { get; } = [.. problems.Distinct()];
}

namespace Amicast.StatesLanguage.Data;

/// <summary>The largest state data: 256 KiB of UTF-8, as of Step Functions' quotas.</summary>
internal static class PayloadLimit
{
    public const int Bytes = 256 * 1024;

    /// <exception cref="DataException">States.DataLimitExceeded.</exception>
    public static Json Check(Json data, string producer) => data.Length <= Bytes ? data : throw Exceeded(producer);

    public static DataException Exceeded(string producer) => new(
        ErrorNames.DataLimitExceeded,
        $"The state/task '{producer}' returned a result with a size exceeding the maximum number of bytes service limit.");
}

using Amicast.StatesLanguage.Data.Paths;

namespace Amicast.StatesLanguage.Definition;

/// <summary>Waits for a time or until a moment; exactly one of the four is given.</summary>
internal sealed record WaitState(long? Seconds, JsonPath? SecondsPath, DateTimeOffset? Timestamp, JsonPath? TimestampPath) : State
{
    public override string Type => "Wait";
}

namespace Amicast.Local.Scheduling;

/// <summary>What a clock on the wall shows in a time zone, as a moment.</summary>
internal static class LocalTime
{
    /// <summary>The moment; none where clocks are put forward over it, the first of the two where they are put back.</summary>
    internal static DateTimeOffset? At(DateTime local, TimeZoneInfo timezone)
    {
        var shown = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (timezone.IsInvalidTime(shown))
        {
            return null;
        }

        var offset = timezone.IsAmbiguousTime(shown) ? timezone.GetAmbiguousTimeOffsets(shown).Max() : timezone.GetUtcOffset(shown);
        return new DateTimeOffset(shown, offset).ToUniversalTime();
    }
}

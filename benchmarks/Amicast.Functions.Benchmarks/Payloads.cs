namespace Amicast.Functions.Benchmarks;

/// <summary>What the functions are invoked with.</summary>
internal static class Payloads
{
    internal const string Look = """
        {"deadline":"2100-01-01T00:00:00Z","image":{"region":"eu-central-1","imageId":"ami-1","name":"web","state":"pending","attempt":1,"snapshots":[],
        "progress":50,"looks":3,"waitSeconds":30,"askedAt":"2026-11-22T02:00:00Z","movedAt":"2026-11-22T02:00:00Z"}}
        """;

    internal const string NoImage = "{}";
}

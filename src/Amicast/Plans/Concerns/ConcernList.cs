namespace Amicast.Plans.Concerns;

/// <summary>The concerns of a plan, each behind those that it depends on.</summary>
internal sealed class ConcernList
{
    internal ConcernList(PlanScope scope)
    {
        Source = new SourceConcern(scope);
        All =
        [
            Source,
            new AllowedSharing(scope),
            new ImageNames(scope, Source),
            new TemplateVersions(scope),
            new PublicAccess(scope, Source),
            new ExistingPermissions(scope, Source),
            new SourceEnding(scope, Source),
        ];
    }

    /// <summary>What the run starts from.</summary>
    internal SourceConcern Source { get; }

    internal IReadOnlyList<PlanConcern> All { get; }
}

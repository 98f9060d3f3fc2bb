namespace Amicast.Plans.Concerns;

/// <summary>The concerns of a plan, each behind those that it depends on.</summary>
internal sealed class ConcernList
{
    internal ConcernList(PlanScope scope)
    {
        Source = new SourceConcern(scope);
        var described = new DescribedTemplates(scope);
        var launchTemplates = new LaunchTemplates(scope, described);
        var templates = new TemplateVersions(scope, launchTemplates);
        All =
        [
            Source,
            new AllowedSharing(scope),
            new AllowedLaunches(scope),
            new ImageOwnership(scope, Source),
            new ImageNames(scope, Source),
            new BlockDevices(scope, Source),
            new EncryptionKeys(scope, Source),
            described,
            launchTemplates,
            new AllowedTemplates(scope, launchTemplates),
            new PublishedParameters(scope),
            templates,
            new LaunchFit(scope, Source, templates, launchTemplates),
            new PublicAccess(scope, Source),
            new ExistingPermissions(scope, Source),
            new SourceEnding(scope, Source),
            new EarlierWork(scope),
            new TriedCalls(scope, Source, templates),

            // Behind all others: what the earlier executions have resolved stands in place of what these find now.
            new Resuming(scope),
        ];
    }

    /// <summary>What the run starts from.</summary>
    internal SourceConcern Source { get; }

    internal IReadOnlyList<PlanConcern> All { get; }
}

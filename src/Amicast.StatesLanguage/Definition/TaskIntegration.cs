namespace Amicast.StatesLanguage.Definition;

/// <summary>A call of a service that Step Functions integrates, and what the task waits for.</summary>
/// <param name="ResourceType">The service, such as <c>lambda</c>.</param>
/// <param name="Action">The call, such as <c>invoke</c>.</param>
/// <param name="Pattern">What the task waits for.</param>
internal sealed record TaskIntegration(string ResourceType, string Action, IntegrationPattern Pattern)
{
    /// <summary>The call as events name it.</summary>
    public string Resource { get; } = Action + Pattern switch
    {
        IntegrationPattern.WaitForTaskToken => ".waitForTaskToken",
        IntegrationPattern.Sync => ".sync:2",
        _ => "",
    };

    /// <summary>The integrations that this engine has.</summary>
    public static IReadOnlyList<TaskIntegration> All { get; } =
    [
        new("lambda", "invoke", IntegrationPattern.RequestResponse), new("lambda", "invoke", IntegrationPattern.WaitForTaskToken),
        new("states", "startExecution", IntegrationPattern.RequestResponse), new("states", "startExecution", IntegrationPattern.Sync),
        new("events", "putEvents", IntegrationPattern.RequestResponse),
    ];

    /// <summary>The resource as a definition of any partition names it, without the partition.</summary>
    public string Name => $"states:::{ResourceType}:{Resource}";
}

/// <summary>What a task waits for once it has called a service.</summary>
internal enum IntegrationPattern
{
    /// <summary>The service's answer.</summary>
    RequestResponse,

    /// <summary>That someone returns the task's token.</summary>
    WaitForTaskToken,

    /// <summary>The end of the job that the call started.</summary>
    Sync,
}

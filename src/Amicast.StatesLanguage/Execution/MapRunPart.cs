namespace Amicast.StatesLanguage.Execution;

/// <summary>What an execution is of the Map Run that started it.</summary>
/// <param name="Arn">The Map Run's ARN.</param>
/// <param name="Items">How many items the execution works on.</param>
public sealed record MapRunPart(string Arn, int Items);

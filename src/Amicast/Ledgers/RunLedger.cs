using System.Text.Json;
using Amicast.Errors;
using Amicast.Runs;

namespace Amicast.Ledgers;

/// <summary>Reads what the executions of a run intended and recorded, from their histories: the only place where that stands.</summary>
/// <param name="stepFunctions">Where the executions are.</param>
/// <param name="stateMachineArn">The state machine that carries runs out.</param>
public sealed class RunLedger(StepFunctionsClient stepFunctions, string stateMachineArn)
{
    // What is needed stands at the end, in what Summarize was given; only an execution that never came to it is read to its beginning.
    private const int FewEvents = 20;
    private const int EventsAtATime = 100;

    /// <summary>The executions of a run up to a number.</summary>
    /// <exception cref="AmicastException">Step Functions cannot be asked.</exception>
    internal async Task<Ledger> ReadAsync(string run, int upTo, CancellationToken cancellation)
    {
        var (entries, missing) = (new List<LedgerEntry>(), new List<string>());
        for (var number = 1; number <= upTo; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            var name = new RunExecution(run, number).Name;
            if (await TryAsync(() => ReadAsync(ArnOf(name), number)) is { } entry)
            {
                entries.Add(entry);
            }
            else
            {
                missing.Add(name);
            }
        }

        return new Ledger(entries, missing);
    }

    // arn:aws:states:{region}:{account}:stateMachine:{name} and …:execution:{name}:{execution}
    private string ArnOf(string name) => $"{stateMachineArn.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:{name}";

    private async Task<LedgerEntry> ReadAsync(string executionArn, int number)
    {
        // Before the history: if it says that the execution has ended, the history read after it is whole.
        var execution = await stepFunctions.DescribeExecutionAsync(executionArn);
        var fold = await FoldAsync(executionArn);
        using var input = JsonDocument.Parse(execution.Input ?? "{}");
        return new LedgerEntry(number, execution.Status == RunView.Running, execution.StartDate, input.RootElement.Clone(), fold.Plan, fold.Regions, fold.HasRolledBack);
    }

    private async Task<EntryFold> FoldAsync(string executionArn)
    {
        // All pages that belong to one token have the same size: where few were too few, it is read from the end once more.
        var latest = new EntryFold();
        var page = await AddPageAsync(latest, executionArn, FewEvents, token: null);
        if (latest.IsComplete || page.NextToken is null)
        {
            return latest;
        }

        var fold = new EntryFold();
        for (string? token = null; ; token = page.NextToken)
        {
            page = await AddPageAsync(fold, executionArn, EventsAtATime, token);
            if (fold.IsComplete || page.NextToken is null)
            {
                return fold;
            }
        }
    }

    private async Task<GetExecutionHistoryResponse> AddPageAsync(EntryFold fold, string executionArn, int most, string? token)
    {
        var page = await stepFunctions.GetExecutionHistoryAsync(new GetExecutionHistoryRequest(executionArn, most, ReverseOrder: true, token));
        foreach (var happened in page.Events.TakeWhile(_ => !fold.IsComplete))
        {
            fold.Add(happened);
        }

        return page;
    }

    private static async Task<LedgerEntry?> TryAsync(Func<Task<LedgerEntry>> read)
    {
        try
        {
            return await read();
        }
        catch (StepFunctionsException missing) when (missing.Code == "ExecutionDoesNotExist")
        {
            return null;
        }
        catch (StepFunctionsException refused) when (refused.Code is "ThrottlingException" or "TooManyRequestsException")
        {
            throw new ThrottledException(refused.Message, refused);
        }
        catch (StepFunctionsException refused) when (refused.Code.StartsWith("AccessDenied", StringComparison.Ordinal))
        {
            throw new AccessDeniedException(refused.Message, refused);
        }
        catch (Exception error) when (error is StepFunctionsException or HttpRequestException or IOException)
        {
            throw new ServiceUnavailableException(error.Message, error);
        }
    }
}

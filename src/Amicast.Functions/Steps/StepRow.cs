using System.Text;
using Amazon.Lambda.Core;
using Amicast.Steps;

namespace Amicast.Functions.Steps;

/// <summary>A row of the table: a handler's name, and the step behind it between two JSON documents.</summary>
internal abstract class StepRow(string handler)
{
    internal string Handler { get; } = handler;

    /// <summary>Reads the payload, says by <paramref name="known"/> what it is about, runs the step, and writes its answer.</summary>
    internal abstract Task<Stream> InvokeAsync(Stream payload, Action<StepScope> known, CancellationToken cancellation);

    /// <summary>Invokes it as Lambda would: JSON in, JSON out.</summary>
    internal async Task<string> InvokeAsync(string payload, CancellationToken cancellation)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(payload), writable: false);
        using var answer = await InvokeAsync(input, _ => { }, cancellation);
        using var reader = new StreamReader(answer, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellation);
    }
}

/// <summary>A step of the state machine.</summary>
internal sealed class StepRow<TInput, TOutput>(string handler, IStep<TInput, TOutput> step, ILambdaSerializer serializer)
    : HandlerRow<TInput, TOutput>(handler, step.ExecuteAsync, serializer);

/// <summary>Anything that makes one document of another.</summary>
internal class HandlerRow<TInput, TOutput>(string handler, Func<TInput, CancellationToken, Task<TOutput>> answerAsync, ILambdaSerializer serializer) : StepRow(handler)
{
    internal override async Task<Stream> InvokeAsync(Stream payload, Action<StepScope> known, CancellationToken cancellation)
    {
        var input = serializer.Deserialize<TInput>(payload);
        known(StepScope.Of(input));
        var output = await answerAsync(input, cancellation);
        var answer = new MemoryStream();
        serializer.Serialize(output, answer);
        answer.Position = 0;
        return answer;
    }
}

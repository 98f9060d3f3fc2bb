using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Wire;
using Amicast.Simulator.Faults;
using Amicast.Simulator.Services;
using Amicast.VirtualTime;

namespace Amicast.Simulator;

/// <summary>The way of a call to its effect and of the answer back, with all that can go wrong on it.</summary>
internal sealed class Line(WorldClock clock, Chance chance, ServicesOfAccounts services, FaultDice dice, Action<CallRecord> record)
{
    internal Latency Latency { get; set; } = Latency.Usual;

    /// <summary>Carries a call. The task may never end: then the answer never comes.</summary>
    /// <exception cref="HttpRequestException">The connection broke, before or after the effect.</exception>
    internal async Task<Answer> CarryAsync(Request request)
    {
        var fault = dice.StrikeOnTheWire(request.Operation, request.Region);
        if (fault is { Kind: FaultKind.HangBefore })
        {
            Note(request, CallRecord.NeverArrived, fault);
            return await NeverAsync();
        }

        await Task.Delay(Half(), clock);
        if (fault is { Kind: FaultKind.RegionDown })
        {
            Note(request, CallRecord.NeverArrived, fault);
            throw new HttpRequestException(HttpRequestError.ConnectionError, $"Connection refused ({request.Service}.{request.Region}.amazonaws.com:443)");
        }

        if (fault is { Kind: FaultKind.Late })
        {
            await Task.Delay(fault.Delay, clock);
        }

        var answer = TakeEffect(request, fault);
        if (fault is { Kind: FaultKind.HangAfter or FaultKind.Late })
        {
            return await NeverAsync();
        }

        await Task.Delay(Half(), clock);
        return fault is { Kind: FaultKind.LostAnswer }
            ? throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended prematurely.")
            : answer;
    }

    /// <summary>The answer to what is no request.</summary>
    internal Answer Refuse(Ec2Exception error) => services.OfFirst.Ec2.Refuse(error);

    private Answer TakeEffect(Request request, FaultRule? fault)
    {
        var service = services.Of(request).For(request);
        var refusal = fault?.Kind switch
        {
            FaultKind.Throttle => service.Errors.Throttled(),
            FaultKind.ServerError => chance.Strikes(0.5) ? service.Errors.Broken() : service.Errors.Unavailable(),
            FaultKind.Error => PassingErrors.Of(fault.Code),
            _ => null,
        };
        if (refusal is not null)
        {
            Note(request, refusal.Code, fault);
            return service.Refuse(refusal);
        }

        var answer = service.Answer(request, out var outcome);
        Note(request, outcome, fault);
        return answer;
    }

    private void Note(Request request, string outcome, FaultRule? fault) => record(
        new(clock.GetUtcNow(), request.Region, request.Operation, outcome, request.Marks.Sent)
        {
            UnknownParameters = outcome is CallRecord.Succeeded or RequestErrors.DryRunOperation ? request.Marks.Unread : [],
            AccountId = services.Of(request).AccountId,
            Fault = fault?.Kind,
        });

    private TimeSpan Half() => chance.Between(Latency.Least, Latency.Most);

    private static Task<Answer> NeverAsync() => new TaskCompletionSource<Answer>().Task;
}

using Amicast.Errors;
using Amicast.Functions.Errors;

namespace Amicast.Functions.Tests.Errors;

public sealed class ErrorBodyTests
{
    [Fact]
    public void Error_body_of_a_named_error_is_its_name_and_message_without_a_stack_trace()
    {
        var body = ErrorBody.From(Thrown(new ThrottledException("CopyImage: RequestLimitExceeded: slow down")));

        Assert.Equal("""{"errorType":"Throttled","errorMessage":"CopyImage: RequestLimitExceeded: slow down","stackTrace":[]}""", body.ToJson());
    }

    [Fact]
    public void Error_body_of_any_other_exception_is_its_short_type_name_and_its_innermost_frames()
    {
        var body = ErrorBody.From(Thrown(new InvalidOperationException("broken"), depth: 30));

        Assert.Equal(("InvalidOperationException", "broken", 10), (body.ErrorType, body.ErrorMessage, body.StackTrace.Count));
        Assert.All(body.StackTrace, frame => Assert.StartsWith("at Amicast.Functions.Tests.Errors.ErrorBodyTests.Throw(", frame, StringComparison.Ordinal));
    }

    [Fact]
    public void Error_body_keeps_the_beginning_of_a_message_that_a_Cause_has_no_room_for()
    {
        var body = ErrorBody.From(new ThrottledException(new string('x', 20_000)));

        Assert.Equal($"{new string('x', 15_900)}… (4100 characters more)", body.ErrorMessage);
    }

    private static Exception Thrown(Exception exception, int depth = 1)
    {
        try
        {
            Throw(exception, depth);
        }
        catch (Exception caught)
        {
            return caught;
        }

        throw new InvalidOperationException("Nothing was thrown.");
    }

    private static int Throw(Exception exception, int depth) => depth == 0 ? throw exception : Throw(exception, depth - 1) + 1;
}

using System.Diagnostics;
using System.Text.RegularExpressions;
using Amicast.Local.Native;
using Amicast.StatesLanguage.Execution;
using Amicast.VirtualTime;

namespace Amicast.Local.Tests.Native;

/// <summary>What becomes of an invocation, whatever the program does. Scripts play it; real time, and no more of it than a process takes to start.</summary>
public sealed partial class NativeFunctionsTests
{
    private const string NoShell = "Windows has no shell scripts.";
    private const string Arn = "arn:aws:lambda:us-east-1:000000000000:function:CheckImage";

    // Takes an invocation over bash's own sockets; $id is its request id.
    private const string Take = """
        #!/bin/bash
        echo $$ >> "$LAMBDA_TASK_ROOT/pids"
        api=/dev/tcp/${AWS_LAMBDA_RUNTIME_API/://}
        take() {
          exec 3<>$api
          printf 'GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n' >&3
          taken=$(tr -d '\r' <&3)
          id=$(sed -n 's/^Lambda-Runtime-Aws-Request-Id: //p' <<<"$taken")
        }
        tell() {
          exec 3<>$api
          printf 'POST /2018-06-01/runtime/%s HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: %s\r\n\r\n%s' "$1" "${#2}" "$2" >&3
          told=$(head -1 <&3)
        }

        """;

    private readonly StringWriter _logs = new();

    [Fact]
    public void An_answer_is_the_functions_and_the_next_invocation_goes_to_the_same_process()
    {
        using var program = Script(Take + """
            while take; do tell "invocation/$id/response" "{\"process\":$$}"; done
            """);

        var answers = Run(program, async functions => new[] { await functions.InvokeAsync(Invocation), await functions.InvokeAsync(Invocation) });

        Assert.Equal(answers[0], answers[1]);
        Assert.Equal($$"""{"process":{{program.Wrote("pids").Trim()}}}""", answers[0]);
    }

    [Fact]
    public void Invocations_at_the_same_time_go_to_processes_of_their_own_up_to_the_bound()
    {
        using var program = Script(Take + """
            while take; do tell "invocation/$id/response" "$$"; done
            """);

        var answers = Run(
            program,
            functions => Task.WhenAll(functions.InvokeAsync(Invocation), functions.InvokeAsync(Invocation), functions.InvokeAsync(Invocation)),
            options => options with { MostProcesses = 2 });

        Assert.Equal(2, answers.Distinct().Count());
        Assert.Equal(answers.Distinct().Order(), program.Wrote("pids").Split('\n', StringSplitOptions.RemoveEmptyEntries).Order());
    }

    [Fact]
    public void An_error_is_the_functions_own()
    {
        using var program = Script(Take + """
            take; tell "invocation/$id/error" '{"errorType":"NameTaken","errorMessage":"taken"}'; take
            """);

        Assert.Equal(("NameTaken", """{"errorType":"NameTaken","errorMessage":"taken"}"""), Fails(program));
    }

    [Fact]
    public void A_process_that_cannot_start_tells_why()
    {
        using var program = Script(Take + """
            tell init/error '{"errorType":"InvalidSetting","errorMessage":"bad"}'; exit 1
            """);

        Assert.Equal(("InvalidSetting", """{"errorType":"InvalidSetting","errorMessage":"bad"}"""), Fails(program));
    }

    [Fact]
    public void A_process_that_ends_without_an_answer_is_an_exit_error_and_another_takes_its_place()
    {
        using var program = Script(Take + """
            take
            [ -e "$LAMBDA_TASK_ROOT/was-here" ] || { touch "$LAMBDA_TASK_ROOT/was-here"; exit 7; }
            tell "invocation/$id/response" '"second"'; take
            """);

        var (failure, answer) = Run(program, async functions => (await FailureAsync(functions), await functions.InvokeAsync(Invocation)));

        Assert.Equal(
            ("Runtime.ExitError", """{"errorType":"Runtime.ExitError","errorMessage":"RequestId: ID Error: Runtime exited with error: exit status 7"}""", "\"second\""),
            (failure.Error, WithoutId(failure.Cause), answer));
    }

    [Fact]
    public void A_process_that_ends_and_leaves_another_behind_that_holds_its_pipes_has_ended()
    {
        using var program = Script(Take + """
            take
            sleep 600 & echo $! > "$LAMBDA_TASK_ROOT/left"
            echo "left behind" >&2
            exit 7
            """);

        var failure = Run(program, FailureAsync);

        using var left = Process.GetProcessById(int.Parse(program.Wrote("left"), System.Globalization.CultureInfo.InvariantCulture));
        left.Kill();
        Assert.Equal(
            ("""{"errorType":"Runtime.ExitError","errorMessage":"RequestId: ID Error: Runtime exited with error: exit status 7"}""", "left behind"),
            (WithoutId(failure.Cause), _logs.ToString().Trim()));
    }

    [Fact]
    public void A_process_that_dies_while_it_is_idle_is_replaced_unnoticed()
    {
        using var program = Script(Take + """
            take; tell "invocation/$id/response" "$$"
            """);

        var answers = Run(program, async functions =>
        {
            var first = await functions.InvokeAsync(Invocation);
            while (IsRunning(first))
            {
                Thread.SpinWait(1000);
            }

            await Task.Delay(TimeSpan.FromSeconds(1), Clock);
            return new[] { first, await functions.InvokeAsync(Invocation) };
        });

        Assert.NotEqual(answers[0], answers[1]);
    }

    [Fact]
    public void A_process_that_takes_too_long_is_killed_by_Lambdas_name()
    {
        using var program = Script(Take + "exec sleep 600\n");

        var failure = Run(program, FailureAsync, options => options with { Timeout = TimeSpan.FromSeconds(1) });

        Assert.Equal(
            ("Sandbox.Timedout", """{"errorType":"Sandbox.Timedout","errorMessage":"RequestId: ID Error: Task timed out after 1.00 seconds"}"""),
            (failure.Error, WithoutId(failure.Cause)));
        Assert.False(IsRunning(program.Wrote("pids")));
    }

    [Fact]
    public void A_program_that_is_not_executable_is_an_invalid_entrypoint()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), NoShell);
        using var program = new ScriptedProgram("#!/bin/sh\n", isExecutable: false);

        Assert.Equal("Runtime.InvalidEntrypoint", Fails(program).Error);
    }

    [Fact]
    public void An_answer_of_more_than_6_MiB_is_refused_and_the_process_goes_on()
    {
        using var program = Script(Take + """
            take
            large=$(head -c 6291557 /dev/zero | tr '\0' 1)
            tell "invocation/$id/response" "$large"
            take
            tell "invocation/$id/response" "\"$told\""; take
            """);

        var (failure, answer) = Run(program, async functions => (await FailureAsync(functions), await functions.InvokeAsync(Invocation)));

        Assert.Equal(
            ("Function.ResponseSizeTooLarge", """{"errorType":"Function.ResponseSizeTooLarge","errorMessage":"Response payload size exceeded maximum allowed payload size (6291556 bytes)."}"""),
            (failure.Error, failure.Cause));
        Assert.StartsWith("\"HTTP/1.1 413", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Stopping_leaves_no_process_and_what_was_under_way_fails()
    {
        using var program = Script(Take + "take; exec sleep 600\n");

        var failure = Run(program, async functions =>
        {
            var underWay = FailureAsync(functions);
            while (!File.Exists(Path.Combine(program.Folder, "pids")))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), Clock);
            }

            await functions.StopAsync();
            return await underWay;
        });

        Assert.Equal("Runtime.ExitError", failure.Error);
        Assert.False(IsRunning(program.Wrote("pids")));
    }

    [Fact]
    public void A_process_has_Lambdas_environment_and_nothing_of_this_ones_and_what_it_writes_is_logged()
    {
        using var program = Script("#!/bin/bash\nenv | grep -Ev '^(_|PWD|SHLVL|AWS_LAMBDA_RUNTIME_API)=' | LC_ALL=C sort >&2\n");

        Fails(program);

        Assert.Equal(
            $"""
            AMICAST_SHARING_QUOTA=7
            AMICAST_STATE_MACHINE_ARN=arn:aws:states:us-east-1:000000000000:stateMachine:amicast
            AWS_ACCESS_KEY_ID=AKIASIMULATED0000000
            AWS_DEFAULT_REGION=eu-central-1
            AWS_ENDPOINT_URL=http://127.0.0.1:4580/
            AWS_LAMBDA_FUNCTION_MEMORY_SIZE=256
            AWS_LAMBDA_FUNCTION_NAME=CheckImage
            AWS_LAMBDA_FUNCTION_VERSION=$LATEST
            AWS_LAMBDA_INITIALIZATION_TYPE=on-demand
            AWS_LAMBDA_LOG_FORMAT=JSON
            AWS_LAMBDA_LOG_GROUP_NAME=/aws/lambda/CheckImage
            AWS_LAMBDA_LOG_STREAM_NAME=[$LATEST]1
            AWS_REGION=eu-central-1
            AWS_SECRET_ACCESS_KEY=simulated
            AWS_SESSION_TOKEN=simulated
            LAMBDA_RUNTIME_DIR={program.Folder}
            LAMBDA_TASK_ROOT={program.Folder}
            LANG=en_US.UTF-8
            PATH=/usr/local/bin:/usr/bin:/bin
            TZ=:UTC
            _HANDLER=CheckImage

            """.ReplaceLineEndings("\n"),
            _logs.ToString().ReplaceLineEndings("\n"));
    }

    private PacedClock Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero), 1000, Walls.System);

    private static TaskInvocation Invocation => new(Arn, "{}");

    private static ScriptedProgram Script(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), NoShell);
        return new ScriptedProgram(script);
    }

    private static Task<TaskFailedException> FailureAsync(NativeFunctions functions) => Assert.ThrowsAsync<TaskFailedException>(() => functions.InvokeAsync(Invocation));

    private static bool IsRunning(string id)
    {
        try
        {
            using var process = Process.GetProcessById(int.Parse(id, System.Globalization.CultureInfo.InvariantCulture));
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string WithoutId(string? cause) => RequestId().Replace(cause!, "RequestId: ID");

    private (string Error, string? Cause) Fails(ScriptedProgram program)
    {
        var failure = Run(program, FailureAsync);
        return (failure.Error, failure.Cause);
    }

    private T Run<T>(ScriptedProgram program, Func<NativeFunctions, Task<T>> work, Func<NativeOptions, NativeOptions>? change = null)
    {
        var options = new NativeOptions(program.Folder, TextWriter.Synchronized(_logs)) { Variables = new Dictionary<string, string> { ["AMICAST_SHARING_QUOTA"] = "7" } };
        var functions = new NativeFunctions(Clock, change?.Invoke(options) ?? options, new Chance(1));
        functions.Serve(new ServedPlace(new Uri("http://127.0.0.1:4580"), "eu-central-1", "arn:aws:states:us-east-1:000000000000:stateMachine:amicast"));
        using (Clock)
        {
            return Clock.Run(async () =>
            {
                var result = await work(functions);
                await functions.StopAsync();
                return result;
            });
        }
    }

    [GeneratedRegex("RequestId: [0-9a-f-]{36}", RegexOptions.None, 1000)]
    private static partial Regex RequestId();
}

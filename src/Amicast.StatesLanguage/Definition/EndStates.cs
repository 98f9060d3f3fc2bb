using Amicast.StatesLanguage.Data;

namespace Amicast.StatesLanguage.Definition;

/// <summary>Ends its workflow well.</summary>
internal sealed record SucceedState : State
{
    public override string Type => "Succeed";
}

/// <summary>Ends its workflow with an error; each part is fixed text, a path, a call, or absent.</summary>
internal sealed record FailState(PayloadTemplate? Error, PayloadTemplate? Cause) : State
{
    public override string Type => "Fail";
}

using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Data.Paths;

namespace Amicast.StatesLanguage.Definition;

/// <summary>Hands its input on, or a fixed result.</summary>
internal sealed record PassState(Json? Result, PayloadTemplate? Parameters, ReferencePath? ResultPath) : State
{
    public override string Type => "Pass";
}

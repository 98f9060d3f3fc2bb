namespace Amicast.Simulator.Iam.Policies;

/// <summary>What a part of a pattern stands for.</summary>
internal enum PatternPartKind
{
    /// <summary>Itself.</summary>
    Text,

    /// <summary>Any characters.</summary>
    Any,

    /// <summary>Any characters but the colon.</summary>
    AnyOfSegment,

    /// <summary>One character.</summary>
    One,

    /// <summary>The value of a condition key.</summary>
    Variable,
}

/// <param name="Kind">What it stands for.</param>
/// <param name="Text">The characters, or the variable's name.</param>
/// <param name="Default">What the variable stands for where the request does not have it.</param>
internal sealed record PatternPart(PatternPartKind Kind, string Text = "", string? Default = null)
{
    internal string? ValueIn(RequestContext context) => Kind == PatternPartKind.Variable ? context.Variable(Text) ?? Default : Text;
}

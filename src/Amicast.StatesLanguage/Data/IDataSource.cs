using Amicast.VirtualTime;

namespace Amicast.StatesLanguage.Data;

/// <summary>What paths and intrinsic functions can reach beside the data they are applied to.</summary>
internal interface IDataSource
{
    /// <summary>The context object, <c>$$</c>.</summary>
    JsonObject ContextObject { get; }

    /// <summary>What States.UUID and States.MathRandom draw from.</summary>
    Chance Chance { get; }
}

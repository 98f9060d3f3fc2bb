namespace Amicast.StatesLanguage.Data.Intrinsics;

/// <summary>An intrinsic function cannot work on the arguments it was given.</summary>
internal sealed class IntrinsicException(string message) : Exception(message);

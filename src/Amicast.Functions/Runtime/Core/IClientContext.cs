namespace Amazon.Lambda.Core;

/// <summary>What a caller says beside the payload; the AWS Mobile SDK, about the application that calls.</summary>
public interface IClientContext
{
    /// <summary>The environment that the SDK reports.</summary>
    IDictionary<string, string> Environment { get; }

    /// <summary>The application.</summary>
    IClientApplication Client { get; }

    /// <summary>Values that the application adds.</summary>
    IDictionary<string, string> Custom { get; }
}

/// <summary>An application that calls through the AWS Mobile SDK.</summary>
public interface IClientApplication
{
    /// <summary>The application's package name.</summary>
    string AppPackageName { get; }

    /// <summary>The application's title.</summary>
    string AppTitle { get; }

    /// <summary>The application's version code.</summary>
    string AppVersionCode { get; }

    /// <summary>The application's version.</summary>
    string AppVersionName { get; }

    /// <summary>The installation's id.</summary>
    string InstallationId { get; }
}

/// <summary>The Cognito identity behind a call through the AWS Mobile SDK.</summary>
public interface ICognitoIdentity
{
    /// <summary>The identity's id.</summary>
    string IdentityId { get; }

    /// <summary>The identity pool's id.</summary>
    string IdentityPoolId { get; }
}

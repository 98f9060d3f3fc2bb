namespace Amicast.Errors;

// Trouble that does not pass by itself: the Region (or, before the Regions, the run) fails with it.

/// <summary>The image name belongs to an image that this run did not make.</summary>
public sealed class NameTakenException(string message, Exception? cause = null) : AmicastException(message, cause);

/// <summary>The launch template's name belongs to a template that this run did not make, and that was not there when it was planned.</summary>
public sealed class TemplateNameTakenException(string message, Exception? cause = null) : AmicastException(message, cause);

/// <summary>Somebody else has moved the launch template's default version since the plan was made: it is not overwritten.</summary>
public sealed class DefaultVersionMovedException(string message) : AmicastException(message);

/// <summary>Somebody else has set or deleted the SSM parameter since the plan was made: it is not overwritten.</summary>
public sealed class ParameterMovedException(string message) : AmicastException(message);

/// <summary>EC2 gave the image up: state <c>failed</c>, <c>error</c> or <c>invalid</c>. The message has EC2's state reason.</summary>
public sealed class ImageFailedException(string message) : AmicastException(message);

/// <summary>The image is no longer there: deregistered, disabled, or not found long after it was made.</summary>
public sealed class ImageGoneException(string message) : AmicastException(message);

/// <summary>An instance that was launched died: terminated, shutting down or stopped. The message has EC2's state reason.</summary>
public sealed class InstanceFailedException(string message) : AmicastException(message);

/// <summary>A fleet launched fewer instances than the request needs. The message has the errors of its pools.</summary>
public sealed class FleetIncompleteException(string message) : AmicastException(message);

/// <summary>Instances run, but did not pass their checks in the time given to them.</summary>
public sealed class VerificationFailedException(string message) : AmicastException(message);

/// <summary>The source instance, which was to be stopped, was terminated meanwhile.</summary>
public sealed class SourceGoneException(string message) : AmicastException(message);

/// <summary>The run's <c>timeoutMinutes</c> are over.</summary>
public sealed class DeadlinePassedException(string message) : AmicastException(message);

/// <summary>AWS refuses the caller: <c>UnauthorizedOperation</c>, <c>OperationNotPermitted</c>, <c>AuthFailure</c>, <c>OptInRequired</c>.</summary>
public sealed class AccessDeniedException(string message, Exception? cause = null) : AmicastException(message, cause);

/// <summary>A quota of the account is used up and will not free itself.</summary>
public sealed class QuotaExceededException(string message, Exception? cause = null) : AmicastException(message, cause);

/// <summary>The image or a snapshot cannot be shared: it is encrypted under the AWS managed key, or block public access is on.</summary>
public sealed class NotShareableException(string message, Exception? cause = null) : AmicastException(message, cause);

/// <summary>AWS refused the call for what it asks (any other 4xx). The message has AWS's code and words.</summary>
public sealed class RejectedByAwsException(string message, Exception? cause = null) : AmicastException(message, cause);

/// <summary>An earlier execution of the same run has not ended: two would make everything twice.</summary>
public sealed class RunStillRunningException(string message) : AmicastException(message);

/// <summary>The run was rolled back, or somebody has begun to: what it made is gone, and it is not resumed.</summary>
public sealed class RunRolledBackException(string message) : AmicastException(message);

/// <summary>Step Functions does not know an earlier execution of the run: what was there before the run, and what it intended, cannot be told.</summary>
public sealed class HistoryMissingException(string message) : AmicastException(message);

/// <summary>The run has terminated its source instance: its images are all that is left of it, and no rollback removes them.</summary>
public sealed class SourceTerminatedException(string message) : AmicastException(message);

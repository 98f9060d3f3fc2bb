using System.Net;
using Amazon.EC2;
using Amicast.Aws;

namespace Amicast.Tests.Aws;

public sealed class ErrorNamesTests
{
    [Theory]
    [InlineData("DescribeImages", "RequestLimitExceeded", 503, "", "Throttled")]
    [InlineData("CopyImage", "Throttling", 400, "", "Throttled")]
    [InlineData("DescribeImages", "InternalError", 500, "", "ServiceUnavailable")]
    [InlineData("DescribeImages", "Unavailable", 503, "", "ServiceUnavailable")]
    [InlineData("DescribeImages", "", 502, "", "ServiceUnavailable")]
    [InlineData("DescribeImages", "InvalidAMIID.NotFound", 400, "", "NotVisibleYet")]
    [InlineData("DescribeInstances", "InvalidInstanceID.NotFound", 400, "", "NotVisibleYet")]
    [InlineData("DescribeSnapshotAttribute", "InvalidSnapshot.NotFound", 400, "", "NotVisibleYet")]
    [InlineData("CreateImage", "InvalidAMIName.Duplicate", 400, "", "NameTaken")]
    [InlineData("CreateImage", "InvalidAMIName.Malformed", 400, "", "RejectedByAws")]
    [InlineData("CreateImage", "InvalidParameterValue", 400, "Instance is not in state 'running' or 'stopped'", "ResourceBusy")]
    [InlineData("CreateImage", "InvalidParameterValue", 400, "The device is not valid", "RejectedByAws")]
    [InlineData("CreateImage", "ConcurrentCreateImageNoRebootLimitExceeded", 400, "", "SnapshotLimitReached")]
    [InlineData("CreateImage", "SnapshotCreationPerVolumeRateExceeded", 400, "", "SnapshotLimitReached")]
    [InlineData("CopyImage", "ResourceLimitExceeded", 400, "Too many snapshot copies in progress. The limit is 20 for this destination region.", "SnapshotLimitReached")]
    [InlineData("ModifyImageAttribute", "ResourceLimitExceeded", 400, "You have reached your quota of 5 for the number of public images", "QuotaExceeded")]
    [InlineData("RunInstances", "InvalidAMIID.Unavailable", 400, "The image ID 'ami-1' is currently pending and may not be used", "ResourceBusy")]
    [InlineData("RunInstances", "InvalidAMIID.Unavailable", 400, "The image id '[ami-1]' is no longer available", "ImageGone")]
    [InlineData("RunInstances", "InsufficientInstanceCapacity", 500, "", "InsufficientCapacity")]
    [InlineData("RunInstances", "VcpuLimitExceeded", 400, "", "QuotaExceeded")]
    [InlineData("StopInstances", "IncorrectInstanceState", 400, "", "ResourceBusy")]
    [InlineData("CreateTags", "ConcurrentTagAccess", 400, "", "ResourceBusy")]
    [InlineData("DeleteSnapshot", "InvalidSnapshot.InUse", 400, "", "ResourceBusy")]
    [InlineData("DescribeKey", "AccessDeniedException", 400, "", "AccessDenied")]
    [InlineData("DescribeKey", "ThrottlingException", 400, "", "Throttled")]
    [InlineData("DescribeKey", "KMSInternalException", 500, "", "ServiceUnavailable")]
    [InlineData("DescribeKey", "NotFoundException", 400, "", "RejectedByAws")]
    [InlineData("ModifyImageAttribute", "InvalidParameter", 400, "Snapshots encrypted with the AWS Managed CMK can't be shared", "NotShareable")]
    [InlineData("ModifySnapshotAttribute", "OperationNotPermitted", 400, "Encrypted snapshots with EBS default key cannot be shared", "NotShareable")]
    [InlineData("ModifyImageAttribute", "OperationNotPermitted", 400, "You can't publicly share this image because block public access for AMIs is enabled", "NotShareable")]
    [InlineData("TerminateInstances", "OperationNotPermitted", 400, "The instance may not be terminated", "AccessDenied")]
    [InlineData("CreateImage", "UnauthorizedOperation", 403, "", "AccessDenied")]
    [InlineData("DescribeRegions", "AuthFailure", 401, "", "AccessDenied")]
    [InlineData("DescribeImages", "OptInRequired", 401, "", "AccessDenied")]
    [InlineData("RunInstances", "AuthFailure.ServiceLinkedRoleCreationNotPermitted", 403, "", "AccessDenied")]
    [InlineData("GetParameter", "UnrecognizedClientException", 400, "", "AccessDenied")]
    [InlineData("GetCallerIdentity", "InvalidClientTokenId", 403, "", "AccessDenied")]
    [InlineData("DescribeLaunchTemplateVersions", "InvalidLaunchTemplateName.NotFoundException", 400, "", "RejectedByAws")]
    [InlineData("ModifyLaunchTemplate", "InvalidLaunchTemplateId.NotFound", 400, "", "NotVisibleYet")]
    [InlineData("ModifyLaunchTemplate", "InvalidLaunchTemplateId.VersionNotFound", 400, "", "NotVisibleYet")]
    [InlineData("CreateLaunchTemplate", "InvalidLaunchTemplateName.AlreadyExistsException", 400, "", "TemplateNameTaken")]
    [InlineData("PutParameter", "TooManyUpdates", 400, "", "ResourceBusy")]
    [InlineData("PutParameter", "ParameterMaxVersionLimitExceeded", 400, "", "QuotaExceeded")]
    [InlineData("PutParameter", "AccessDeniedException", 400, "", "AccessDenied")]
    [InlineData("GetParameter", "ParameterNotFound", 400, "", "RejectedByAws")]
    [InlineData("CopyImage", "IdempotentParameterMismatch", 400, "", "RejectedByAws")]
    public void An_answer_of_EC2_gets_its_name_from_operation_code_and_where_needed_words(
        string operation, string code, int status, string message, string expected)
    {
        var answer = new AmazonEC2Exception(message) { ErrorCode = code, StatusCode = (HttpStatusCode)status };

        Assert.Equal(expected, ErrorNames.For($"{operation}Request", answer)?.Name);
    }

    [Fact]
    public void An_answer_that_never_came_is_ServiceUnavailable()
    {
        Assert.Equal("ServiceUnavailable", ErrorNames.For("CopyImageRequest", new HttpRequestException("connection reset"))?.Name);
        Assert.Equal("ServiceUnavailable", ErrorNames.For("CopyImageRequest", new AmazonEC2Exception(new IOException("broken pipe")))?.Name);
    }

    [Fact]
    public void A_cancellation_or_a_defect_gets_no_name()
    {
        Assert.Null(ErrorNames.For("CopyImageRequest", new OperationCanceledException()));
        Assert.Null(ErrorNames.For("CopyImageRequest", new InvalidOperationException()));
    }
}

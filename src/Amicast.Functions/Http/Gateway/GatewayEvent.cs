namespace Amicast.Functions.Http.Gateway;

/// <summary>A request as API Gateway's HTTP APIs hand it to a function: payload format 2.0, of which no more is kept than is used.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html.</remarks>
/// <param name="Version">The format's: <c>2.0</c>.</param>
/// <param name="RawPath">The path, with the stage unless that is <c>$default</c>.</param>
/// <param name="RequestContext">What API Gateway knows of the request.</param>
/// <param name="RawQueryString">The query as it was written; empty where there is none.</param>
/// <param name="Headers">The headers, their names in lower case, several of a name in one with commas.</param>
/// <param name="Body">The body.</param>
/// <param name="IsBase64Encoded">Whether the body's bytes are written in Base64: API Gateway does so unless the content type is text or JSON.</param>
internal sealed record GatewayEvent(
    string Version,
    string RawPath,
    GatewayContext RequestContext,
    string? RawQueryString = null,
    IReadOnlyDictionary<string, string>? Headers = null,
    string? Body = null,
    bool IsBase64Encoded = false);

/// <summary>What API Gateway knows of a request.</summary>
/// <param name="RequestId">The id that it gave the request; the client sees it in the header <c>apigw-requestid</c>.</param>
/// <param name="Stage">The stage; <c>$default</c> has no place in paths.</param>
/// <param name="Http">The request line.</param>
internal sealed record GatewayContext(string RequestId, string Stage, GatewayHttp Http);

/// <summary>The request line.</summary>
/// <param name="Method">The method, in capitals.</param>
internal sealed record GatewayHttp(string Method);

/// <summary>What a function answers in this format.</summary>
/// <param name="StatusCode">The status code.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body.</param>
/// <param name="IsBase64Encoded">Whether the body is Base64; JSON is not.</param>
internal sealed record GatewayAnswer(int StatusCode, IReadOnlyDictionary<string, string> Headers, string Body, bool IsBase64Encoded);

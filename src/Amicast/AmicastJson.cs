using System.Text.Json;
using System.Text.Json.Serialization;
using Amicast.Announcements;
using Amicast.Plans;
using Amicast.Plans.Previews;
using Amicast.Reports;
using Amicast.Runs;
using Amicast.Steps;

namespace Amicast;

/// <summary>The JSON of every document that Amicast writes or reads, generated at build time: native functions have no reflection.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PlanInput))]
[JsonSerializable(typeof(CreateImageInput))]
[JsonSerializable(typeof(CheckImageInput))]
[JsonSerializable(typeof(StopSourceInput))]
[JsonSerializable(typeof(RetireSourceInput))]
[JsonSerializable(typeof(SourceRecord))]
[JsonSerializable(typeof(RegionInput))]
[JsonSerializable(typeof(RemoveFirstImageInput))]
[JsonSerializable(typeof(RemovedImages))]
[JsonSerializable(typeof(Ledgers.RegionState))]
[JsonSerializable(typeof(RollbackInput))]
[JsonSerializable(typeof(Rollbacks.RollbackRecord))]
[JsonSerializable(typeof(SummarizeInput))]
[JsonSerializable(typeof(Plan))]
[JsonSerializable(typeof(PlanPreview))]
[JsonSerializable(typeof(ImageRecord))]
[JsonSerializable(typeof(PermissionsRecord))]
[JsonSerializable(typeof(LaunchRecord))]
[JsonSerializable(typeof(TemplateRecord))]
[JsonSerializable(typeof(Report))]
[JsonSerializable(typeof(RunStart))]
[JsonSerializable(typeof(RunView))]
[JsonSerializable(typeof(RunPage))]
[JsonSerializable(typeof(StatusChange))]
[JsonSerializable(typeof(RunEnded))]
[JsonSerializable(typeof(Announced))]
public sealed partial class AmicastJson : JsonSerializerContext;

"""Translates the template as AWS does (pip install aws-sam-translator), and checks what only the outcome shows."""
import os
import sys

os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")

from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse


class Policies:
    def load(self):
        return {name: f"arn:aws:iam::aws:policy/{name}" for name in ("AWSLambdaBasicExecutionRole", "AWSXRayDaemonWriteAccess")}


def translated(path):
    with open(path, encoding="utf-8") as file:
        template = yaml_parse(file.read())
    # What 'sam package' puts in the place of local paths.
    template["Globals"]["Function"]["CodeUri"] = "s3://bucket/functions"
    for resource in template["Resources"].values():
        if "DefinitionUri" in resource.get("Properties", {}):
            resource["Properties"]["DefinitionUri"] = "s3://bucket/definition"
    return transform(template, {}, Policies())["Resources"]


resources = translated(sys.argv[1])
versions = {name: version for name, version in resources.items() if version["Type"] == "AWS::Lambda::Version"}
machine = resources["Distribution"]
called = [target.get("Ref") for target in machine["Properties"]["DefinitionSubstitutions"].values()]
wrong = [f"{name} is not a published version" for name in called if name not in versions]
wrong += [
    f"{name}: {policy} is not Retain"
    for name, version in versions.items()
    for policy in ("DeletionPolicy", "UpdateReplacePolicy")
    if version.get(policy) != "Retain"
]
schedule = next(resource["Properties"] for resource in resources.values() if resource["Type"] == "AWS::Scheduler::Schedule")
wrong += [] if schedule["Target"]["Arn"] == {"Ref": "ScheduledStart"} else [f"the schedule starts {schedule['Target']['Arn']}"]
print("\n".join(wrong) or f"{len(resources)} resources, {len(versions)} of them versions; the definition calls {len(called)}")
sys.exit(bool(wrong))

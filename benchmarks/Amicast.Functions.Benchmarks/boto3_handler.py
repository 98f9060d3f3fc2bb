"""The same look at an image with boto3, under the same Runtime API: what its first invocation costs."""
import json
import os
import urllib.request

import boto3

API = f"http://{os.environ['AWS_LAMBDA_RUNTIME_API']}/2018-06-01/runtime/invocation/"
ec2 = boto3.client("ec2", region_name="eu-central-1")


def handle(event):
    if "image" not in event:
        return {"errorType": "InvalidRequest", "errorMessage": "a look needs an image"}
    image = ec2.describe_images(ImageIds=[event["image"]["imageId"]])["Images"][0]
    return {**event["image"], "state": image["State"]}


while True:
    with urllib.request.urlopen(API + "next") as work:
        request_id = work.headers["Lambda-Runtime-Aws-Request-Id"]
        answer = json.dumps(handle(json.load(work))).encode()
    urllib.request.urlopen(urllib.request.Request(f"{API}{request_id}/response", data=answer, method="POST")).close()

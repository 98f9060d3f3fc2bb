#!/usr/bin/env bash
# The AWS CLI, unmodified, against a served account: serve-and-run.sh sets the environment. Says what differs and exits with 1.
set -euo pipefail
recipient=111122223333
far="--region eu-central-1"
tags() { for kind in "$@"; do echo "ResourceType=$kind,Tags=[{Key=Role,Value=web}]"; done; }
same() { [ "$2" = "$3" ] && echo "ok: $1" || { echo "NOT OK: $1"; diff <(echo "$2") <(echo "$3"); exit 1; }; }

image=$(aws ec2 create-image --instance-id i-0123456789abcdef0 --name cli-web --no-reboot --tag-specifications $(tags image snapshot) --query ImageId --output text)
aws ec2 wait image-available --image-ids "$image"
same "the image is available" "$(aws ec2 describe-images --owners self --query 'Images[].[ImageId,Name,State,Tags[0].Value]' --output text)" \
  "$image"$'\tcli-web\tavailable\tweb'

copy=$(aws ec2 copy-image $far --source-region us-east-1 --source-image-id "$image" --name cli-web --tag-specifications $(tags image snapshot) --query ImageId --output text)
aws ec2 wait image-available $far --image-ids "$copy"
snapshots=$(aws ec2 describe-images $far --image-ids "$copy" --query 'Images[0].BlockDeviceMappings[].Ebs.SnapshotId' --output text)
aws ec2 wait snapshot-completed $far --snapshot-ids $snapshots
same "the copy has two snapshots" "$(wc -w <<<"$snapshots")" 2

aws ec2 modify-image-attribute $far --image-id "$copy" --launch-permission "Add=[{UserId=$recipient}]"
for snapshot in $snapshots; do
  aws ec2 modify-snapshot-attribute $far --snapshot-id "$snapshot" --attribute createVolumePermission --operation-type add --user-ids $recipient
  same "$snapshot is shared" "$(aws ec2 describe-snapshot-attribute $far --snapshot-id "$snapshot" --attribute createVolumePermission --output json | tr -d ' \n')" \
    "{\"SnapshotId\":\"$snapshot\",\"CreateVolumePermissions\":[{\"UserId\":\"$recipient\"}]}"
done
same "the copy is shared" "$(aws ec2 describe-image-attribute $far --image-id "$copy" --attribute launchPermission --query LaunchPermissions --output json | tr -d ' \n')" "[{\"UserId\":\"$recipient\"}]"

template=$(aws ec2 create-launch-template $far --launch-template-name cli-web --launch-template-data '{"ImageId":"ami-0a1b2c3d4e5f60003","InstanceType":"t3.small"}' \
  --query LaunchTemplate.LaunchTemplateId --output text)
aws ec2 create-launch-template-version $far --launch-template-id "$template" --source-version 1 --launch-template-data "{\"ImageId\":\"$copy\"}" >/dev/null
same "the new version is the default" "$(aws ec2 modify-launch-template $far --launch-template-id "$template" --default-version 2 --query 'LaunchTemplate.[DefaultVersionNumber,LatestVersionNumber]' --output text)" $'2\t2'
same "it inherits from the first" "$(aws ec2 describe-launch-template-versions $far --launch-template-id "$template" --versions '$Default' --query 'LaunchTemplateVersions[].LaunchTemplateData.[ImageId,InstanceType]' --output text)" "$copy"$'\tt3.small'

instance=$(aws ec2 run-instances $far --launch-template LaunchTemplateId="$template" --count 1 --tag-specifications $(tags instance) --query 'Instances[0].InstanceId' --output text)
aws ec2 wait instance-running $far --instance-ids "$instance"
aws ec2 wait instance-status-ok $far --instance-ids "$instance"
same "the instance runs the copy" "$(aws ec2 describe-instances $far --filters Name=tag:Role,Values=web Name=instance-state-name,Values=running --query 'Reservations[].Instances[].[InstanceId,ImageId,InstanceType]' --output text)" \
  "$instance"$'\t'"$copy"$'\tt3.small'

# No waiter: a terminated instance shows for an hour, which is a second here, and the CLI takes as long to start.
same "the instance goes" "$(aws ec2 terminate-instances $far --instance-ids "$instance" --query 'TerminatingInstances[].CurrentState.Name' --output text)" shutting-down
same "the copy goes with its snapshots" "$(aws ec2 deregister-image $far --image-id "$copy" --delete-associated-snapshots --query 'DeleteSnapshotResults[].ReturnCode' --output text)" $'success\tsuccess'
same "nothing is left" "$(aws ec2 describe-snapshots $far --owner-ids self --query 'Snapshots' --output text)" ""
same "an error has its code" "$(aws ec2 deregister-image --image-id ami-00000000000000bad 2>&1 | grep -o '(Invalid[A-Za-z.]*)')" "(InvalidAMIID.NotFound)"
same "STS knows the account" "$(aws sts get-caller-identity --query Account --output text)" 123456789012

// The AWS SDK for JavaScript v3, unmodified, against a served account: ../serve-and-run.sh sets the environment.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CopyImageCommand,
  CreateImageCommand,
  CreateLaunchTemplateCommand,
  CreateLaunchTemplateVersionCommand,
  DeregisterImageCommand,
  DescribeImageAttributeCommand,
  DescribeSnapshotAttributeCommand,
  DescribeSnapshotsCommand,
  EC2Client,
  ModifyImageAttributeCommand,
  ModifyLaunchTemplateCommand,
  ModifySnapshotAttributeCommand,
  paginateDescribeImages,
  RunInstancesCommand,
  TerminateInstancesCommand,
  waitUntilImageAvailable,
  waitUntilInstanceRunning,
  waitUntilInstanceStatusOk,
  waitUntilInstanceTerminated,
  waitUntilSnapshotCompleted,
} from '@aws-sdk/client-ec2';

const source = new EC2Client({ region: 'us-east-1' });
const destination = new EC2Client({ region: 'eu-central-1' });
const looks = client => ({ client, minDelay: 1, maxDelay: 1, maxWaitTime: 60 });
const recipient = '111122223333';
const tags = (...kinds) => kinds.map(ResourceType => ({ ResourceType, Tags: [{ Key: 'Role', Value: 'web' }] }));

test('an image is created, copied, shared, launched from a template and removed', async t => {
  let image, copy, snapshots, template, instances;

  await t.test('create, and wait until it is available', async () => {
    const { ImageId } = await source.send(new CreateImageCommand({
      InstanceId: 'i-0123456789abcdef0', Name: 'js-web', Description: 'from JavaScript', NoReboot: true, TagSpecifications: tags('image', 'snapshot'),
    }));
    image = ImageId;
    const waited = await waitUntilImageAvailable(looks(source), { ImageIds: [image] });
    assert.equal(waited.state, 'SUCCESS');
    const [{ CreationDate, BlockDeviceMappings, ...described }] = waited.reason.Images;
    assert.match(CreationDate, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/);
    assert.deepEqual(BlockDeviceMappings.map(one => [one.DeviceName, one.Ebs.VolumeSize, one.Ebs.Encrypted]), [['/dev/xvda', 30, false], ['/dev/sdf', 100, false]]);
    assert.deepEqual(described, {
      Architecture: 'x86_64', Description: 'from JavaScript', EnaSupport: true, Hypervisor: 'xen', ImageId: image,
      ImageLocation: '123456789012/js-web', ImageType: 'machine', Name: 'js-web', OwnerId: '123456789012', PlatformDetails: 'Linux/UNIX', Public: false,
      RootDeviceName: '/dev/xvda', RootDeviceType: 'ebs', SourceInstanceId: 'i-0123456789abcdef0', State: 'available', Tags: [{ Key: 'Role', Value: 'web' }],
      UsageOperation: 'RunInstances', VirtualizationType: 'hvm',
    });
  });

  await t.test('copy, and wait for the image and its snapshots', async () => {
    const { ImageId } = await destination.send(new CopyImageCommand({
      SourceRegion: 'us-east-1', SourceImageId: image, Name: 'js-web', TagSpecifications: tags('image', 'snapshot'),
    }));
    copy = ImageId;
    const waited = await waitUntilImageAvailable(looks(destination), { ImageIds: [copy] });
    snapshots = waited.reason.Images[0].BlockDeviceMappings.map(one => one.Ebs.SnapshotId);
    assert.equal(snapshots.length, 2);
    const completed = await waitUntilSnapshotCompleted(looks(destination), { SnapshotIds: snapshots });
    assert.deepEqual(completed.reason.Snapshots.map(one => [one.SnapshotId, one.State, one.Progress, one.VolumeSize]).sort(),
      snapshots.map((id, i) => [id, 'completed', '100%', [30, 100][i]]).sort());
  });

  await t.test('share the image and its snapshots, and read the attributes back', async () => {
    await destination.send(new ModifyImageAttributeCommand({ ImageId: copy, LaunchPermission: { Add: [{ UserId: recipient }] } }));
    for (const SnapshotId of snapshots) {
      await destination.send(new ModifySnapshotAttributeCommand({ SnapshotId, Attribute: 'createVolumePermission', CreateVolumePermission: { Add: [{ UserId: recipient }] } }));
    }

    const { $metadata: ofImage, ...launch } = await destination.send(new DescribeImageAttributeCommand({ ImageId: copy, Attribute: 'launchPermission' }));
    assert.equal(ofImage.httpStatusCode, 200);
    assert.deepEqual(launch, { ImageId: copy, LaunchPermissions: [{ UserId: recipient }] });
    for (const SnapshotId of snapshots) {
      const { $metadata, ...volume } = await destination.send(new DescribeSnapshotAttributeCommand({ SnapshotId, Attribute: 'createVolumePermission' }));
      assert.deepEqual(volume, { CreateVolumePermissions: [{ UserId: recipient }], SnapshotId });
    }
  });

  await t.test('create a template, add a version, make it the default', async () => {
    const created = await destination.send(new CreateLaunchTemplateCommand({
      LaunchTemplateName: 'js-web', LaunchTemplateData: { ImageId: 'ami-0a1b2c3d4e5f60003', InstanceType: 't3.small' },
    }));
    template = created.LaunchTemplate.LaunchTemplateId;
    const { LaunchTemplateVersion: { CreateTime, ...version } } = await destination.send(new CreateLaunchTemplateVersionCommand({
      LaunchTemplateId: template, SourceVersion: '1', VersionDescription: 'the copy', LaunchTemplateData: { ImageId: copy },
    }));
    assert.ok(CreateTime instanceof Date);
    assert.deepEqual(version, {
      LaunchTemplateId: template, LaunchTemplateName: 'js-web', VersionNumber: 2, VersionDescription: 'the copy', DefaultVersion: false,
      CreatedBy: 'arn:aws:iam::123456789012:root', LaunchTemplateData: { ImageId: copy, InstanceType: 't3.small' },
    });
    const { LaunchTemplate: modified } = await destination.send(new ModifyLaunchTemplateCommand({ LaunchTemplateId: template, DefaultVersion: '2' }));
    assert.deepEqual([modified.DefaultVersionNumber, modified.LatestVersionNumber], [2, 2]);
  });

  await t.test('launch from it, wait until it runs and passes its checks', async () => {
    const { Instances } = await destination.send(new RunInstancesCommand({
      LaunchTemplate: { LaunchTemplateId: template }, MinCount: 2, MaxCount: 2, TagSpecifications: tags('instance', 'volume'),
    }));
    instances = Instances.map(one => one.InstanceId);
    assert.deepEqual(Instances.map(one => [one.State, one.ImageId, one.InstanceType]), Array(2).fill([{ Code: 0, Name: 'pending' }, copy, 't3.small']));
    const running = await waitUntilInstanceRunning(looks(destination), { InstanceIds: instances });
    assert.equal(running.state, 'SUCCESS');
    const ok = await waitUntilInstanceStatusOk(looks(destination), { InstanceIds: instances });
    assert.deepEqual(ok.reason.InstanceStatuses.map(one => [one.InstanceState.Name, one.InstanceStatus.Status, one.SystemStatus.Status]), Array(2).fill(['running', 'ok', 'ok']));
  });

  await t.test('terminate, and deregister with the snapshots', async () => {
    await destination.send(new TerminateInstancesCommand({ InstanceIds: instances }));
    const gone = await waitUntilInstanceTerminated(looks(destination), { InstanceIds: instances });
    assert.equal(gone.state, 'SUCCESS');
    const { $metadata, ...deregistered } = await destination.send(new DeregisterImageCommand({ ImageId: copy, DeleteAssociatedSnapshots: true }));
    assert.deepEqual(deregistered, { Return: true, DeleteSnapshotResults: snapshots.map(SnapshotId => ({ SnapshotId, ReturnCode: 'success' })) });
    await assert.rejects(destination.send(new DescribeSnapshotsCommand({ SnapshotIds: snapshots })), { name: 'InvalidSnapshot.NotFound' });
    const left = [];
    for await (const page of paginateDescribeImages({ client: destination, pageSize: 5 }, { Owners: ['self'] })) {
      left.push(...(page.Images ?? []));
    }

    assert.deepEqual(left, []);
  });
});

test('an error has its code as its name, its status, and the id of the request', async () => {
  await assert.rejects(source.send(new DeregisterImageCommand({ ImageId: 'ami-00000000000000bad' })), error => {
    assert.deepEqual([error.name, error.$metadata.httpStatusCode], ['InvalidAMIID.NotFound', 400]);
    assert.match(error.$metadata.requestId, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    return true;
  });
});

// The AWS SDK for JavaScript v3, unmodified, against the Step Functions of a served cloud: ../serve-and-run.sh sets the environment.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import {
  CreateStateMachineCommand,
  DeleteStateMachineCommand,
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  paginateGetExecutionHistory,
  RedriveExecutionCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  UpdateStateMachineCommand,
  ValidateStateMachineDefinitionCommand,
} from '@aws-sdk/client-sfn';

const client = new SFNClient({});
const send = command => client.send(command).then(({ $metadata, ...answer }) => answer);
const amicast = 'arn:aws:states:us-east-1:000000000000:stateMachine:amicast';
const roleArn = 'arn:aws:iam::000000000000:role/any';
// A hundred hours of the account's clock are a hundred seconds.
const naps = seconds => JSON.stringify({
  StartAt: 'Before',
  States: { Before: { Type: 'Pass', Result: 'kept', ResultPath: '$.before', Next: 'Nap' }, Nap: { Type: 'Wait', Seconds: seconds, End: true } },
});

const describe = executionArn => send(new DescribeExecutionCommand({ executionArn }));

async function ended(executionArn) {
  for (;;) {
    const seen = await describe(executionArn);
    if (seen.status !== 'RUNNING') return seen;
    await setTimeout(50);
  }
}

async function history(executionArn, options = {}) {
  const events = [];
  for await (const page of paginateGetExecutionHistory({ client, pageSize: 2 }, { executionArn, ...options })) {
    assert.ok(page.events.length <= 2);
    events.push(...page.events);
  }
  return events;
}

const types = events => events.map(one => one.type);

test('an execution is started, watched, stopped, redriven, and its history paged', async t => {
  const { stateMachineArn } = await send(new CreateStateMachineCommand({ name: 'naps', definition: naps(360_000), roleArn }));
  const start = { stateMachineArn, name: 'nap', input: '{"x":1}' };
  const { executionArn, startDate } = await send(new StartExecutionCommand(start));

  await t.test('starting it again joins it; with another input the name is taken', async () => {
    assert.deepEqual(await send(new StartExecutionCommand(start)), { executionArn, startDate });
    await assert.rejects(send(new StartExecutionCommand({ ...start, input: '{}' })), { name: 'ExecutionAlreadyExists' });
  });

  await t.test('it runs until it is stopped', async () => {
    assert.equal((await describe(executionArn)).status, 'RUNNING');
    const { stopDate } = await send(new StopExecutionCommand({ executionArn, error: 'Enough', cause: 'by hand' }));
    const { redriveStatus, ...seen } = await describe(executionArn);
    assert.equal(redriveStatus, 'REDRIVABLE');
    assert.deepEqual(seen, {
      executionArn, stateMachineArn, name: 'nap', status: 'ABORTED', startDate, stopDate, input: '{"x":1}', inputDetails: { included: true },
      error: 'Enough', cause: 'by hand', redriveCount: 0,
    });
    await assert.rejects(send(new StartExecutionCommand(start)), { name: 'ExecutionAlreadyExists' });
  });

  await t.test('a redrive goes on with the state it was in', async () => {
    const { redriveDate } = await send(new RedriveExecutionCommand({ executionArn }));
    assert.ok(redriveDate instanceof Date);
    await assert.rejects(send(new RedriveExecutionCommand({ executionArn })), { name: 'ExecutionNotRedrivable' });
    const listed = await send(new ListExecutionsCommand({ stateMachineArn, statusFilter: 'RUNNING', redriveFilter: 'REDRIVEN' }));
    assert.deepEqual(listed.executions.map(one => [one.name, one.redriveCount]), [['nap', 1]]);
    await send(new StopExecutionCommand({ executionArn }));
    const expected = [
      'ExecutionStarted', 'PassStateEntered', 'PassStateExited', 'WaitStateEntered', 'ExecutionAborted', 'ExecutionRedriven', 'ExecutionAborted',
    ];
    const events = await history(executionArn);
    assert.deepEqual(types(events), expected);
    assert.deepEqual(types(await history(executionArn, { reverseOrder: true })), expected.toReversed());
    assert.deepEqual(events[2].stateExitedEventDetails, { name: 'Before', output: '{"x":1,"before":"kept"}', outputDetails: { truncated: false } });
    assert.deepEqual(events.map(one => [one.id, one.previousEventId]), [[1, 0], [2, 0], [3, 2], [4, 3], [5, 0], [6, 5], [7, 0]]);
  });

  await t.test('one that was redriven can succeed', async () => {
    await send(new UpdateStateMachineCommand({ stateMachineArn, definition: naps(3_600) }));
    const short = await send(new StartExecutionCommand({ stateMachineArn }));
    await send(new StopExecutionCommand({ executionArn: short.executionArn }));
    await send(new RedriveExecutionCommand({ executionArn: short.executionArn }));
    const seen = await ended(short.executionArn);
    assert.deepEqual([seen.status, seen.output, seen.redriveCount, seen.redriveStatus], ['SUCCEEDED', '{"before":"kept"}', 1, 'NOT_REDRIVABLE']);
  });
});

test('state machines are created, changed, listed and deleted', async () => {
  const { stateMachineArn } = await send(new CreateStateMachineCommand({ name: 'short-lived', definition: naps(1), roleArn }));
  await send(new UpdateStateMachineCommand({ stateMachineArn, definition: naps(2) }));
  const { definition, status, type } = await send(new DescribeStateMachineCommand({ stateMachineArn }));
  assert.deepEqual([definition, status, type], [naps(2), 'ACTIVE', 'STANDARD']);
  const names = async () => (await send(new ListStateMachinesCommand({}))).stateMachines.map(one => one.name);
  assert.ok((await names()).includes('short-lived'));
  await send(new DeleteStateMachineCommand({ stateMachineArn }));
  assert.ok(!(await names()).includes('short-lived'));
});

test('what is wrong has the names that the client knows', async () => {
  const executionArn = 'arn:aws:states:us-east-1:000000000000:execution:amicast:nope';
  await assert.rejects(describe(executionArn), { name: 'ExecutionDoesNotExist' });
  await assert.rejects(describe('nope'), { name: 'InvalidArn' });
  await assert.rejects(send(new GetExecutionHistoryCommand({ executionArn })), { name: 'ExecutionDoesNotExist' });
  await assert.rejects(send(new StartExecutionCommand({ stateMachineArn: amicast, name: 'a b' })), { name: 'InvalidName' });
  await assert.rejects(send(new StartExecutionCommand({ stateMachineArn: amicast, input: '{' })), { name: 'InvalidExecutionInput' });
  await assert.rejects(send(new StartExecutionCommand({ stateMachineArn: `${amicast}2` })), { name: 'StateMachineDoesNotExist' });
  await assert.rejects(send(new CreateStateMachineCommand({ name: 'bad', definition: '{}', roleArn })), { name: 'InvalidDefinition' });
  await assert.rejects(send(new SendTaskSuccessCommand({ taskToken: 'token', output: '{}' })), { name: 'InvalidToken' });
  const { result, diagnostics } = await send(new ValidateStateMachineDefinitionCommand({ definition: '{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"}}}' }));
  assert.equal(result, 'FAIL');
  assert.deepEqual(diagnostics, [{ severity: 'ERROR', code: 'MISSING_TRANSITION_TARGET', message: "There is no state 'B' beside this one.", location: '/States/A/Next' }]);
});

test('a whole run of Amicast is started and watched to its end', async () => {
  const input = readFileSync(new URL('../../../examples/move-instance.json', import.meta.url), 'utf8');
  const { executionArn } = await send(new StartExecutionCommand({ stateMachineArn: amicast, name: 'from-javascript', input }));
  const seen = await ended(executionArn);
  assert.equal(seen.status, 'SUCCEEDED', seen.cause);
  assert.deepEqual(JSON.parse(seen.output).regions.map(one => one.region), ['us-east-1', 'eu-central-1', 'ap-southeast-2']);
});

// Runs statemachine/distribution.asl.json by an engine and writes which steps it called, with which payloads:
//   second-engine.mjs embedded FILE   by the engine of the served cloud
//   second-engine.mjs second FILE     by aws-local-stepfunctions, which calls the cloud's steps by Lambda's Invoke
//   second-engine.mjs compare FILE FILE
// ../serve-and-run.sh sets the environment; second-engine.sh does all three.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { DescribeExecutionCommand, paginateGetExecutionHistory, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';

// The second engine wants Node 22, for this alone.
Promise.withResolvers ??= () => {
  const all = {};
  all.promise = new Promise((resolve, reject) => Object.assign(all, { resolve, reject }));
  return all;
};

const root = new URL('../../../', import.meta.url);
const read = path => readFileSync(new URL(path, root), 'utf8');
const request = JSON.parse(read('examples/move-instance.json'));
const run = 'second-engine';
// A name without the time in it is the same whenever the run starts.
request.image.name = run;
const functionArn = name => `arn:aws:lambda:us-east-1:000000000000:function:${name}`;

async function byTheEmbeddedEngine() {
  const client = new SFNClient({});
  const { executionArn } = await client.send(new StartExecutionCommand({
    stateMachineArn: 'arn:aws:states:us-east-1:000000000000:stateMachine:amicast', name: run, input: JSON.stringify(request),
  }));
  let seen;
  while ((seen = await client.send(new DescribeExecutionCommand({ executionArn }))).status === 'RUNNING') await setTimeout(50);
  assert.equal(seen.status, 'SUCCEEDED', seen.cause);
  const calls = [];
  for await (const page of paginateGetExecutionHistory({ client, pageSize: 1000 }, { executionArn })) {
    for (const { lambdaFunctionScheduledEventDetails: call } of page.events) {
      if (call) calls.push({ step: call.resource.split(':').at(-1), payload: JSON.parse(call.input) });
    }
  }
  return { calls, output: JSON.parse(seen.output) };
}

async function invoke(step, payload) {
  const response = await fetch(`${process.env.AWS_ENDPOINT_URL}/2015-03-31/functions/${step}/invocations`, {
    method: 'POST',
    body: JSON.stringify(payload),
    headers: { Authorization: 'AWS4-HMAC-SHA256 Credential=any/20261122/us-east-1/lambda/aws4_request, SignedHeaders=host, Signature=00' },
  });
  assert.equal(response.status, 200, await response.clone().text());
  const answer = await response.json();
  if (response.headers.get('x-amz-function-error')) {
    throw Object.assign(new Error(answer.errorMessage), { name: answer.errorType });
  }
  return answer;
}

async function byTheSecondEngine() {
  const { StateMachine } = await import('aws-local-stepfunctions');
  const text = read('statemachine/distribution.asl.json').replace(/\$\{(\w+)FunctionArn\}/g, (_, name) => functionArn(name));
  const definition = JSON.parse(text);
  // It hands the time-out to Node's setTimeout, which ends at once when asked for more than 2^31 - 1 milliseconds.
  definition.TimeoutSeconds = Math.min(definition.TimeoutSeconds, Math.floor((2 ** 31 - 1) / 1000));
  const startedAt = (await (await fetch(process.env.AWS_ENDPOINT_URL)).json()).now.replace('Z', '.000Z');
  const calls = [];
  const taskResourceLocalHandlers = {}, waitTimeOverrides = {};
  const visit = states => Object.entries(states).forEach(([name, state]) => {
    if (state.Type === 'Task') {
      const step = state.Resource.split(':').at(-1);
      taskResourceLocalHandlers[name] = payload => {
        // The second engine says that the execution started now, by the wall: the account has a clock of its own.
        if (step === 'Plan') payload.execution.startedAt = startedAt;
        calls.push({ step, payload: structuredClone(payload) });
        return invoke(step, payload);
      };
    }
    // A minute of the account's clock and more, at an hour a second.
    if (state.Type === 'Wait') waitTimeOverrides[name] = 25;
    if (state.ItemProcessor) visit(state.ItemProcessor.States);
    (state.Branches ?? []).forEach(branch => visit(branch.States));
  });
  visit(definition.States);
  const options = { overrides: { taskResourceLocalHandlers, waitTimeOverrides }, context: { Execution: { Name: run } } };
  const execution = new StateMachine(definition, {}).run(request, options);
  return { calls, output: await execution.result };
}

// Regions run beside each other, in an order that is each engine's own; within one, the order is the definition's.
const regionOf = ({ destination, record, image }) => destination?.region ?? record?.region ?? image?.region ?? 'the run';

// What differs from run to run, and what depends on when somebody looks.
const masks = [
  [/\b(ami|snap|i|vol|lt|r)-[0-9a-f]{8,17}\b/g, '$1-…'],
  [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)/g, 'TIME'],
  [/"(waitSeconds|progress|looks|\w*[sS]econds|\w*Progress)":[^,}\]]+/g, '"$1":"…"'],
];
const masked = value => JSON.parse(masks.reduce((text, [pattern, by]) => text.replace(pattern, by), JSON.stringify(value)));

function sequences({ calls }) {
  const byRegion = {};
  for (const call of calls) {
    const sequence = (byRegion[regionOf(call.payload)] ??= []);
    const next = masked(call);
    // A look that follows on a look of the same is the same look.
    if (sequence.at(-1)?.step !== next.step) sequence.push(next);
  }
  return Object.fromEntries(Object.entries(byRegion).sort());
}

const [mode, first, second] = process.argv.slice(2);
if (mode === 'compare') {
  const [embedded, other] = [first, second].map(file => JSON.parse(readFileSync(file, 'utf8')));
  const [expected, actual] = [sequences(embedded), sequences(other)];
  assert.deepEqual(actual, expected);
  for (const [region, sequence] of Object.entries(expected)) console.log(`ok: ${region}: ${sequence.map(call => call.step).join(' ')}`);
} else {
  writeFileSync(first, JSON.stringify(mode === 'embedded' ? await byTheEmbeddedEngine() : await byTheSecondEngine(), null, 1));
}

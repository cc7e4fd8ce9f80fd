// What this server sends to Zoom, and what the tests' own Zoom answers, by Zoom's contract of 2021. The file is Zoom's
// and not in this repository: its path is the argument. What is newer than the contract, or which it has otherwise than
// Zoom's own types of today, is named below.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { build } from 'esbuild';

/** Fields that the contract does not have yet. */
const newer = {
  request: ['settings.jbh_time', 'settings.breakout_room'],
  answer: [
    ...['settings.jbh_time', 'settings.breakout_room', 'host_email', 'status', 'encrypted_password', 'next_page_token'],
    ...['meetings.agenda'],
  ],
};

const contract = JSON.parse(readFileSync(process.argv[2], 'utf8'));
// Ids of meetings are numbers, in the types of today and in what is answered.
const idOfToday = { type: 'integer' };
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);

const resolved = (schema) => {
  if (Array.isArray(schema)) return schema.map(resolved);
  if (typeof schema !== 'object' || schema === null) return schema;
  if (schema.$ref)
    return resolved(
      schema.$ref
        .split('/')
        .slice(1)
        .reduce((at, key) => at[key], contract),
    );
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, resolved(value)]));
};
/** One schema of all parts, since each of allOf alone would refuse the fields of the others. */
const merged = (schema) => {
  const parts = [schema, ...(schema.allOf ?? []).map(merged)];
  const properties = Object.assign({}, ...parts.map((part) => part.properties));
  const plain = Object.entries(properties).map(([key, value]) => {
    if (key === 'id') return [key, idOfToday];
    if (value.items) return [key, { ...value, items: strict(value.items) }];
    return [key, value.properties || value.allOf ? strict(value) : value];
  });
  return { ...Object.assign({}, ...parts), allOf: undefined, properties: Object.fromEntries(plain) };
};
const strict = (schema) => ({ ...JSON.parse(JSON.stringify(merged(schema))), additionalProperties: false });

const without = (value, fields, path = '') => {
  if (Array.isArray(value)) return value.map((one) => without(one, fields, path));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !fields.includes(path + key));
  return Object.fromEntries(kept.map(([key, one]) => [key, without(one, fields, `${path}${key}.`)]));
};

const root = join(import.meta.dirname, '../..');
const { outputFiles } = await build({
  stdin: {
    contents: `
      export { startFakeZoom } from './packages/server/test/zoom/fake-zoom.ts';
      export { createZoom } from './packages/server/src/adapters/zoom/zoom.ts';
      export { createZoomRest } from './packages/server/src/adapters/zoom/zoom-rest.ts';
      export { createGuard } from './packages/server/src/adapters/outbound/guard.ts';
      export { createOutbound } from './packages/server/src/adapters/outbound/undici-outbound.ts';`,
    resolveDir: root,
    loader: 'ts',
  },
  ...{ bundle: true, write: false, platform: 'node', format: 'esm', conditions: ['source'], logLevel: 'error' },
  banner: { js: `import { createRequire } from 'node:module'; const require = createRequire('${root}/package.json');` },
});
const { startFakeZoom, createZoom, createZoomRest, createGuard, createOutbound } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

const fake = await startFakeZoom();
fake.users.add('maria@fit.example');
const token = fake.tokens.ofAccount();
const answers = [];
const outbound = createOutbound({ guard: createGuard(), realNow: Date.now, providerOrigins: [fake.base] });
const rest = createZoomRest({ outbound, realNow: Date.now }, `${fake.base}/v2`);
const zoom = createZoom({
  rest: async (given, call) => {
    const answer = await rest(given, call);
    answers.push({ call: `${call.method} ${call.path}`, body: call.body, answer });
    return answer;
  },
  tokenOf: async () => token,
  accountOf: async () => null,
  count: async () => async () => undefined,
  lose: async () => undefined,
});
const account = { partnerId: 'p', mode: 'live', coachId: 'c', host: 'maria@fit.example' };
const start = Date.parse('2099-03-04T09:30:00Z');
const session = {
  ...{ bookingId: 'b'.repeat(24), title: 'First session', description: 'With Ana', timeZone: 'Europe/Berlin' },
  ...{ start, end: start + 3_600_000, status: 'confirmed', version: 1 },
  settings: {
    ...{ waitingRoom: true, joinBeforeHost: true, muteUponEntry: true, autoRecording: 'cloud', breakoutRoom: true },
  },
};
const made = await zoom.create(account, session);
await zoom.find(account, session.bookingId);
await zoom.update(account, made, session);
await zoom.hostLink(account, made);
await zoom.remove(account, made);

let compared = 0;
for (const { call, body, answer } of answers) {
  const [method, path] = call.split(' ');
  const named = path.startsWith('/users') ? '/users/{userId}/meetings' : '/meetings/{meetingId}';
  const operation = contract.paths[named][method.toLowerCase()];
  const { status } = fake.calls[compared];
  const [expected] = Object.keys(operation.responses).filter((code) => code.startsWith('2'));
  assert.equal(String(status), expected, `${call} is answered with the status of the contract`);
  const checks = [
    ['request', operation.parameters.find((one) => one.in === 'body')?.schema, body],
    ['answer', operation.responses[expected].schema, answer],
  ];
  for (const [kind, schema, value] of checks) {
    if (!schema) continue;
    const isRight = ajv.compile(strict(resolved(schema)));
    assert.ok(isRight(without(value, newer[kind])), `${kind} of ${call}: ${ajv.errorsText(isRight.errors)}`);
  }
  compared++;
}

// The contract refuses what the tests' own Zoom refuses, of what both know.
const { schema } = contract.paths['/users/{userId}/meetings'].post.parameters.find((one) => one.in === 'body');
const isMeeting = ajv.compile(strict(resolved(schema)));
const right = { topic: 'x', type: 2, start_time: '2099-03-04T09:30:00Z', duration: 60, timezone: 'UTC' };
const wrong = [
  ...[
    { type: 9 },
    { type: '2' },
    { duration: '60' },
    { topic: 5 },
    { startTime: 'x' },
    { settings: { waitingRoom: true } },
  ],
  ...[{ settings: { waiting_room: 'true' } }, { settings: { auto_recording: 'tape' } }, { start_time: 'tomorrow' }],
];
const call = (body) => rest(token, { method: 'POST', path: '/users/maria%40fit.example/meetings', body });
assert.ok(isMeeting(right) && (await call(right)).id);
for (const change of wrong) {
  assert.ok(!isMeeting({ ...right, ...change }), `the contract refuses ${JSON.stringify(change)}`);
  await assert.rejects(call({ ...right, ...change }), { kind: 'refused', code: 'zoom_300' });
  compared++;
}
await outbound.close();
await fake.close();
console.log(`calls of Zoom: ${compared} as in its contract; newer than it: ${newer.request.join(', ')}`);

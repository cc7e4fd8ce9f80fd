#!/usr/bin/env node
/**
 * Writes what packages/contract takes from `openapi.yaml` besides the types: where each operation sends what it is
 * given, what its examples are, and which operations others than the SDK call. Prints nothing unless a file changed;
 * with `--check` it writes nothing and exits 1 when one is stale.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..');
const generated = join(root, 'packages/contract/src/generated');
const methods = ['get', 'put', 'post', 'patch', 'delete'];
/** Sent by the transport or taken from the call options, so no part of an operation's input. */
const transportHeaders = ['Idempotency-Key', 'X-Test-Now', 'X-Client-Address'];
const heading =
  '// Generated from openapi.yaml by scripts/generate-contract.mjs. Change the contract, not this file.\n\n';

const spec = parse(await readFile(join(root, 'openapi.yaml'), 'utf8'), { merge: true, maxAliasCount: -1 });

function resolve(node) {
  if (!node?.$ref) return node;
  return node.$ref
    .slice(2)
    .split('/')
    .reduce((at, key) => at[key], spec);
}

const everyOperation = Object.entries(spec.paths).flatMap(([path, item]) =>
  methods
    .filter((method) => item[method])
    .map((method) => ({
      path,
      method,
      id: item[method].operationId,
      operation: item[method],
      parameters: (item[method].parameters ?? []).map(resolve),
    })),
);
/** Those of `x-called-by` are called by programs that others have written: they are nothing for the SDK. */
const operations = everyOperation.filter(({ operation }) => !operation['x-called-by']);
const calledByOthers = everyOperation.filter(({ operation }) => operation['x-called-by']);

function descriptor({ path, method, parameters, operation }) {
  const named = (place) => parameters.filter((parameter) => parameter.in === place).map((parameter) => parameter.name);
  const query = method === 'get' ? [] : named('query');
  const headers = named('header').filter((name) => !transportHeaders.includes(name));
  return {
    method: method.toUpperCase(),
    path,
    ...(query.length > 0 && { query }),
    ...(headers.length > 0 && { headers: Object.fromEntries(headers.map((name) => [inputName(name), name])) }),
    ...(named('header').includes('Idempotency-Key') && { creates: true }),
    ...(success(operation).content['text/plain'] && { text: true }),
    ...(isBare(operation) && { bare: true }),
    ...(success(operation).content['text/event-stream'] && { stream: true }),
  };
}

/** `X-Hold-Token` is `holdToken` in the input, and `Last-Event-ID` is `lastEventId`. */
function inputName(header) {
  const words = header.replace(/^X-/, '').split('-');
  return words
    .map((word, index) => (index === 0 ? word[0].toLowerCase() : word[0]) + word.slice(1).toLowerCase())
    .join('');
}

function successStatus(operation) {
  return Object.keys(operation.responses).find((status) => status.startsWith('2'));
}

function success(operation) {
  return resolve(operation.responses[successStatus(operation)]);
}

/** JSON in the shape of some standard, so without the envelope of our own answers. */
function isBare(operation) {
  const { schema } = success(operation).content['application/json'] ?? {};
  return schema && !resolve(schema).properties?.success;
}

function examples({ operation, method, path }) {
  const content = success(operation).content;
  const [type, { example: body }] = Object.entries(content)[0];
  const request = operation.requestBody?.content['application/json']?.example;
  const problems = Object.entries(operation.responses)
    .filter(([status]) => /^[45]/.test(status))
    .map(([status, response]) => [status, resolve(response).content['application/json'].example]);
  return {
    method: method.toUpperCase(),
    path,
    status: Number(successStatus(operation)),
    ...(type !== 'application/json' && { type }),
    ...(request && { request }),
    body,
    problems: Object.fromEntries(problems),
  };
}

const operationsFile =
  heading +
  operations.map((entry) => `export const ${entry.id} = ${JSON.stringify(descriptor(entry))} as const;\n`).join('\n');
const webhookExamples = Object.fromEntries(
  Object.entries(spec.webhooks).map(([type, { post }]) => [type, post.requestBody.content['application/json'].example]),
);
const examplesFile = `${heading}export const examples = {\n${operations.map((entry) => `${entry.id}: ${JSON.stringify(examples(entry))},`).join('\n')}\n} as const;\n\n/** The example body of each webhook. */\nexport const webhookExamples = ${JSON.stringify(webhookExamples)} as const;\n`;

const calledByFile = `${heading}/** The operations that have no function in the SDK, each with the program that calls it: \`x-called-by\`. */\nexport interface CalledByOthers {\n${calledByOthers.map(({ id, operation }) => `readonly ${id}: ${JSON.stringify(operation['x-called-by'].program)};`).join('\n')}\n}\n`;

const check = process.argv.includes('--check');
const files = { 'operations.ts': operationsFile, 'examples.ts': examplesFile, 'called-by-others.ts': calledByFile };
for (const [name, text] of Object.entries(files)) {
  const file = join(generated, name);
  const wanted = await format(text, { ...(await resolveConfig(file)), parser: 'typescript' });
  if (wanted === (await readFile(file, 'utf8').catch(() => null))) continue;
  if (check) {
    console.error(`stale: packages/contract/src/generated/${name}; run npm run generate`);
    process.exitCode = 1;
  } else {
    await writeFile(file, wanted);
    console.log(`generated packages/contract/src/generated/${name}`);
  }
}

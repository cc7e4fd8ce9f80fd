// Everything that this server asks of Google Calendar, and all that the tests' own Google answers, held against the
// discovery document of Google. The document is Google's and not in this repository: its path is the argument.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { build } from 'esbuild';

const discovery = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { outputFiles } = await build({
  entryPoints: [join(import.meta.dirname, '../../packages/server/test/google/tour.ts')],
  // Packages of the older kind are bundled too, and look for Node's own.
  banner: { js: `import { createRequire } from 'node:module'; const require = createRequire('${import.meta.url}');` },
  ...{ bundle: true, write: false, platform: 'node', format: 'esm', conditions: ['source'], logLevel: 'error' },
});
const { tour, QUERIES, BODIES } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

// A discovery document is JSON Schema of an old kind: names in place of references, and integers as text.
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
for (const [format, shape] of Object.entries({ int32: /^-?\d+$/, int64: /^-?\d+$/, uint32: /^\d+$/ }))
  ajv.addFormat(format, shape);
const schemaOf = (node) => {
  if (Array.isArray(node)) return node.map(schemaOf);
  if (typeof node !== 'object' || node === null) return node;
  const { $ref, type, enum: values, description: _text, default: _default, ...rest } = node;
  const innerOf = (name, value) =>
    name === 'properties'
      ? Object.fromEntries(Object.entries(value).map(([property, one]) => [property, schemaOf(one)]))
      : schemaOf(value);
  const inner = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, innerOf(name, value)]));
  const closed = inner.properties && !inner.additionalProperties ? { additionalProperties: false } : {};
  const typed = type && type !== 'any' ? { type } : {};
  return {
    ...inner,
    ...typed,
    ...closed,
    ...($ref && { $ref: `#/definitions/${$ref}` }),
    ...(values && { enum: values }),
  };
};
const propertiesOf = (schema) => ({
  type: 'object',
  properties: Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, one]) => [name, schemaOf(one)])),
  additionalProperties: false,
});
const definitions = Object.fromEntries(
  Object.entries(discovery.schemas).map(([name, schema]) => [name, propertiesOf(schema)]),
);
const validators = new Map();
const wrong = (name, value) => {
  const isRight = validators.get(name) ?? ajv.compile({ $ref: `#/definitions/${name}`, definitions });
  validators.set(name, isRight);
  return isRight(value) ? undefined : ajv.errorsText(isRight.errors);
};

const methodOf = (name) => {
  const [resource, method] = name.split('.');
  return discovery.resources[resource].methods[method];
};
const parametersOf = (name) => ({ ...discovery.parameters, ...methodOf(name).parameters });

// The fake's own rules name nothing that Google does not have.
for (const [name, parameters] of Object.entries(QUERIES))
  for (const parameter of Object.keys(parameters))
    assert.equal(parametersOf(name)[parameter]?.location, 'query', `${name}?${parameter}`);
for (const [name, { properties }] of Object.entries(BODIES))
  for (const property of Object.keys(properties))
    assert.ok(discovery.schemas[methodOf(name).request.$ref].properties[property], `${name}: ${property}`);

/** Null takes a value away in a change, which the schemas do not say. */
const withoutNulls = (value) => JSON.parse(JSON.stringify(value), (_, one) => (one === null ? undefined : one));

const complaints = [];
const seen = new Set();
const taken = await tour();
for (const { method: name, http, path, query, body, status, answer } of taken) {
  seen.add(name);
  const complain = (text) => complaints.push(`${name} ${status}: ${text}`);
  const { httpMethod, path: template, request, response, parameters: own = {} } = methodOf(name);
  if (http !== httpMethod) complain(`is ${http}, not ${httpMethod}`);
  const shape = new RegExp(`^/${discovery.servicePath}${template.replace(/\{\w+\}/g, '[^/]+')}$`);
  if (!shape.test(path)) complain(`has the path ${path}`);
  for (const [parameter, value] of Object.entries(query)) {
    const { type, enum: values, format, minimum, maximum, location } = parametersOf(name)[parameter] ?? {};
    if (location !== 'query') complain(`has no parameter ${parameter}`);
    else if (values && !values.includes(value)) complain(`${parameter} is ${value}`);
    else if (type === 'boolean' && !/^(true|false)$/.test(value)) complain(`${parameter} is ${value}`);
    else if (type === 'integer' && !(+value >= (minimum ?? 0) && +value <= (maximum ?? 2500)))
      complain(`${parameter} is ${value}`);
    else if (format === 'date-time' && Number.isNaN(Date.parse(value))) complain(`${parameter} is ${value}`);
  }
  for (const [parameter, { required, location }] of Object.entries(own))
    if (required && location === 'query' && !(parameter in query)) complain(`needs ${parameter}`);
  const faults = [
    ...(request ? [wrong(request.$ref, withoutNulls(body))] : []),
    ...(status < 300 && answer !== undefined ? [wrong(response.$ref, answer)] : []),
  ];
  for (const fault of faults) if (fault) complain(fault);
  if (!request && body && Object.keys(body).length > 0) complain('takes no body');
}

for (const name of Object.keys(QUERIES)) if (!seen.has(name)) complaints.push(`${name} was never called`);
if (complaints.length > 0) {
  console.error(complaints.join('\n'));
  process.exit(1);
}
console.log(`${taken.length} requests of ${seen.size} methods, and their answers, as Google describes them`);

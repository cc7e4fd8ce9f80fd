import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { resolve, type ResponseObject } from '../../packages/server/src/adapters/http/spec/document.ts';
import {
  operationsOf,
  type SdkOperation as Operation,
} from '../../packages/server/src/adapters/http/spec/operations.ts';
import { formats } from '../../packages/server/src/adapters/http/validation/formats.ts';
import { spec } from '../../packages/server/test/http/start-app.ts';

export { spec };
export type { Operation };
export const operations = operationsOf(spec);
/** Titles of tests beside the operation itself, for tables. */
export const operationTable = operations.map((operation) => [operation.id, operation] as const);

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv, { mode: 'full' });
for (const name of ['name', 'phone']) ajv.addFormat(name, { type: 'string', validate: formats[name]! });
ajv.addSchema({ ...spec, $id: 'contract' });

/**
 * Returns the validator of a part of the contract, such as `paths/~1v1~1coaches/get/…/schema`; references in it are
 * followed.
 */
const validatorAt = (...steps: readonly string[]): ValidateFunction => {
  const pointer = steps.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
  const validate = ajv.getSchema(`contract#/${pointer}`);
  if (!validate) throw new RangeError(`The contract has nothing at ${pointer}`);
  return validate;
};

/** Returns what is wrong with a value, in ajv's words; empty when nothing is. */
const complaints = (validate: ValidateFunction, value: unknown): string[] =>
  validate(value)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);

export function bodyComplaints({ path, method, bodyTypes }: Operation, body: unknown): string[] {
  return complaints(validatorAt('paths', path, method, 'requestBody', 'content', bodyTypes[0]!, 'schema'), body);
}

/** Complaints about what a webhook of this type sends. */
export function webhookComplaints(type: string, body: unknown): string[] {
  return complaints(
    validatorAt('webhooks', type, 'post', 'requestBody', 'content', 'application/json', 'schema'),
    body,
  );
}

export function responseOf(operation: Pick<Operation, 'path' | 'method'>, status: number): ResponseObject {
  const { responses } = spec.paths[operation.path]![operation.method]!;
  return resolve<ResponseObject>(spec, responses[status] ?? responses.default!);
}

/**
 * Complaints about an answer with this status; the contract's `default` speaks for every status that it does not name.
 */
export function answerComplaints(operation: Operation, status: number, answer: unknown): string[] {
  const { responses } = spec.paths[operation.path]![operation.method]!;
  const name = responses[status] ? String(status) : 'default';
  const response = responses[name]!;
  const reference =
    '$ref' in response && typeof response.$ref === 'string' ? response.$ref.replace('#/', '').split('/') : undefined;
  const steps = reference ?? ['paths', operation.path, operation.method, 'responses', name];
  return complaints(validatorAt(...steps, 'content', 'application/json', 'schema'), answer);
}

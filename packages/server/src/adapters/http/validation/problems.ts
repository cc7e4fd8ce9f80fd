import type { ErrorDetails } from '../../../application/kernel/refusal.ts';

type Problem = NonNullable<ErrorDetails['problems']>[number];

/**
 * A problem as the validator describes it: a JSON pointer into the request, ajv's message, and ajv's keyword before the
 * first dot.
 */
interface Finding {
  readonly path: string;
  readonly message: string;
  readonly errorCode?: string;
}

/** Problems that an answer lists; more would repeat the first. */
const MAX_PROBLEMS = 20;

const headers: Readonly<Record<string, string>> = {
  'x-test-now': 'X-Test-Now',
  'x-hold-token': 'X-Hold-Token',
  'x-intent-token': 'X-Intent-Token',
  'idempotency-key': 'Idempotency-Key',
};

/**
 * Returns the path of a pointer: `/body/attendee/email` → `attendee.email`; `/headers/x-test-now` → `X-Test-Now`; the
 * body itself → `body`.
 */
const pathOf = (pointer: string): string => {
  const [where, ...names] = pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (names.length === 0) return where ?? 'request';
  return where === 'headers' ? (headers[names[0]!] ?? names[0]!) : names.join('.');
};

const words: Readonly<Record<string, string>> = {
  required: 'is missing',
  additionalProperties: 'is not known here',
  unevaluatedProperties: 'is not known here',
  pattern: 'has a form that is not allowed',
};
const formats: Readonly<Record<string, string>> = {
  email: 'must be an e-mail address',
  phone: 'must be a phone number such as +1 212 555 0100',
  name: 'must be a name of one line',
  date: 'must be a date such as 2026-04-14',
  'date-time': 'must be an instant in UTC such as 2026-04-14T13:00:00Z',
  edge: 'must be a date such as 2026-04-14 or an instant in UTC such as 2026-04-14T13:00:00Z',
  'time-zone': 'must be an IANA time zone such as Europe/Berlin',
};

const messageOf = ({ message, errorCode = '' }: Finding): string => {
  const unknown = /^(?:Unknown|Empty value found for) query parameter/.exec(message);
  if (unknown) return message.startsWith('Unknown') ? 'is not known here' : 'must not be empty';
  const format = /^must match format "([\w-]+)"$/.exec(message)?.[1];
  if (format) return formats[format] ?? message;
  return words[errorCode.split('.')[0]!] ?? message;
};

const isFinding = (thing: unknown): thing is Finding =>
  typeof thing === 'object' &&
  thing !== null &&
  'path' in thing &&
  typeof thing.path === 'string' &&
  'message' in thing &&
  typeof thing.message === 'string';

/**
 * Returns the validator's problems in plain words, each place once, and how many there were in all; undefined when the
 * error is not the validator's.
 */
export function problemsIn(error: object): { readonly problems: Problem[]; readonly total: number } | undefined {
  if (!('errors' in error) || !Array.isArray(error.errors)) return undefined;
  const found = error.errors
    .filter(isFinding)
    .filter(({ message }) => !message.startsWith('must match exactly') && !message.startsWith('must match a schema'));
  const byPath = new Map<string, Problem>();
  for (const finding of found) {
    const path = pathOf(finding.path);
    if (!byPath.has(path)) byPath.set(path, { path, message: messageOf(finding) });
  }
  return byPath.size > 0 ? { problems: [...byPath.values()].slice(0, MAX_PROBLEMS), total: byPath.size } : undefined;
}

import type { components } from '@coach-booking/contract/types';
import { MINUTE } from '@coach-booking/time/units';
import { livingSecrets, type WebhookEndpoint } from '../../domain/webhook/endpoint.ts';
import type { Core } from '../ports/core.ts';
import { attemptOnce, type Attempted, type AttemptNeeds, type ToAttempt } from './attempt.ts';

type Problem = NonNullable<components['schemas']['WebhookTested']['problem']>;

/** Each problem, in a sentence for the receiver's developer. */
export const HINTS: Readonly<Record<Problem, string>> = {
  wrong_clock:
    'The receiver accepts a timestamp of its own clock and not of ours: set its clock, by NTP. Five minutes are allowed.',
  reserialised_body:
    'The receiver checks the signature of the body as it writes it anew. It has to check the bytes that came in, before they are parsed.',
  old_secret: 'The receiver still checks with a secret that has been rolled: give it the new one.',
};

/** A clock that is further off is refused by every verifier. */
const TOLERANCE = 5 * MINUTE;

type Value = null | boolean | number | string | readonly Value[] | { readonly [name: string]: Value };

/** As Python and others write JSON: blanks behind separators, and only ASCII. */
const spaced = (value: Value): string => {
  if (Array.isArray(value)) return `[${(value as readonly Value[]).map(spaced).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([name, each]) => `${spaced(name)}: ${spaced(each as Value)}`);
    return `{${fields.join(', ')}}`;
  }
  return JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
};

const sorted = (value: Value): Value => {
  if (Array.isArray(value)) return (value as readonly Value[]).map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, sorted((value as Record<string, Value>)[name]!)]));
};

/** The ways in which parsers and printers write the same value. */
const written = (body: string): readonly string[] => {
  const value = JSON.parse(body) as Value;
  return [spaced(value), JSON.stringify(sorted(value)), JSON.stringify(value, null, 2)];
};

type Try = Pick<ToAttempt, 'secrets'> & Partial<Pick<ToAttempt, 'signedBody' | 'ahead'>>;

/**
 * Returns why a receiver refuses what was signed well, found by signing it as the receiver would have to: with its
 * clock, over the body as it may write it anew, and with a secret that it may still have. Undefined when it refuses all
 * of these too.
 */
export async function problemOf(
  core: AttemptNeeds & Pick<Core, 'newId'>,
  endpoint: WebhookEndpoint,
  body: string,
  { ahead = 0 }: Attempted,
): Promise<Problem | undefined> {
  const living = livingSecrets(endpoint, core.realNow());
  const secrets = living.map(({ key }) => key);
  const former = endpoint.secrets.filter((secret) => !living.includes(secret)).map(({ key }) => key);
  const tries: readonly (readonly [Problem, Try])[] = [
    ...(Math.abs(ahead) > TOLERANCE ? [['wrong_clock', { secrets, ahead }] as const] : []),
    ...written(body).map((signedBody) => ['reserialised_body', { secrets, signedBody }] as const),
    ...(former.length > 0 ? [['old_secret', { secrets: former }] as const] : []),
  ];
  for (const [problem, given] of tries) {
    const eventId = (JSON.parse(body) as { readonly id: string }).id;
    const { isTaken } = await attemptOnce(core, { mode: endpoint.mode, url: endpoint.url, body, eventId, ...given });
    if (isTaken) return problem;
  }
  return undefined;
}

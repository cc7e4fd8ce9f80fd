import type { FlowProblem } from '@coach-booking/sdk';
import type { Settings } from './settings.ts';

/** A problem that was found on this side, before or without asking the server. */
export const localProblem = (kind: FlowProblem['kind'], code: string, message: string): FlowProblem => ({
  kind,
  code,
  message,
  alternatives: [],
  nextAvailable: null,
  fields: {},
  retryAfter: null,
  retryable: kind !== 'setup',
  requestId: null,
});

/** What is wrong with the element's own attributes, if anything. Messages are for the site's developer. */
export function attributeProblem({ publishableKey, coach, manageToken }: Settings): FlowProblem | undefined {
  if (publishableKey.startsWith('sk_'))
    return localProblem(
      'setup',
      'SECRET_KEY_IN_BROWSER',
      'This is a secret key. Everybody who opens this page can read it: take it out, roll it, and use the publishable key (pk_…).',
    );
  if (!publishableKey) return localProblem('setup', 'KEY_MISSING', 'Give <coach-booking> its publishable-key="pk_…".');
  if (!coach && !manageToken) return localProblem('setup', 'COACH_NOT_FOUND', 'Give <coach-booking> a coach="…": the id or the slug.');
  return undefined;
}

const advice: Readonly<Record<string, string>> = {
  ORIGIN_NOT_ALLOWED: 'Add this page’s origin to the allowed origins of the key.',
  KEY_INVALID: 'Check the publishable-key.',
  COACH_NOT_FOUND: 'Check the coach attribute: an id or slug that this key may book.',
  SERVICE_NOT_FOUND: 'Check the service attribute: an id or slug of this coach.',
};

/** What the site's developer reads in the console. The key is not repeated. */
export const developerMessage = ({ code, message, requestId }: FlowProblem): string =>
  [`<coach-booking> on ${location.origin}: ${code}. ${message}`, advice[code], requestId && `Request ${requestId}.`].filter(Boolean).join(' ');

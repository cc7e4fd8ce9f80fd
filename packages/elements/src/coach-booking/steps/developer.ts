import type { Trouble } from '../setup.ts';

const advice: Readonly<Record<string, string>> = {
  SECRET_KEY_IN_BROWSER:
    'This is a secret key, and everybody who opens this page can read it. Take it out, roll it, and use the publishable key (pk_…).',
  KEY_MISSING: 'Give the element its publishable-key="pk_…".',
  COACH_MISSING: 'Give the element a coach="…": the id or the slug.',
  ORIGIN_NOT_ALLOWED: 'Add this page’s origin to the allowed origins of the key.',
  KEY_INVALID: 'Check the publishable-key.',
  COACH_NOT_FOUND: 'Check the coach attribute: an id or slug that this key may book.',
  SERVICE_NOT_FOUND: 'Check the service attribute: an id or slug of this coach.',
};

/** What the site's developer is told about a wrong set-up. Keys are not repeated. */
export const developerMessage = ({ code, message, requestId }: Trouble): string =>
  [`<coach-booking> on ${location.origin}: ${code}.`, message, advice[code], requestId && `Request ${requestId}.`]
    .filter(Boolean)
    .join(' ');

/** Says it in the console, where developers look. Other problems are not theirs. */
export function tellDeveloper(problem: Trouble | null | undefined): void {
  if (problem?.kind === 'setup') globalThis.console.error(developerMessage(problem));
}

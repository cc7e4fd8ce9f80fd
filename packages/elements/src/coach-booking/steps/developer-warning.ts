import { knownZone } from '@coach-booking/sdk';
import type { SetupProblem } from '../setup-problem.ts';

const advice: Readonly<Record<string, string>> = {
  SECRET_KEY_IN_BROWSER:
    'This is a secret key, and everybody who opens this page can read it. Take it out, roll it, and use the publishable key (pk_…).',
  KEY_MISSING: 'Give the element its publishable-key="pk_…".',
  COACH_MISSING: 'Give the element a coach="…": the id or the slug.',
  KEY_INVALID: 'Check the publishable-key.',
  COACH_NOT_FOUND: 'Check the coach attribute: an id or slug that this key may book, of a coach who is active.',
  SERVICE_NOT_FOUND: 'Check the service attribute: an id or slug of this coach.',
  UNREADABLE: 'No API is there. Set base-url to the origin that serves the API (always, with the package from npm).',
  PARTNER_SUSPENDED: 'Visitors read that this business is closed for the moment, until the operator resumes it.',
};

/**
 * Returns the message to the site's developer about a wrong set-up, another server or a closed business, with the
 * server's hint for developers, such as where an origin is added. The origin is the one that the server receives:
 * `null` in a sandboxed frame. The message never repeats a key.
 */
export function developerMessage({ code, message, hint, requestId }: SetupProblem): string {
  return [
    `<coach-booking> on ${globalThis.origin}: ${code}.`,
    message,
    hint,
    advice[code],
    requestId && `Request ${requestId}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** Warns in the console that the page's zone does not exist, and that the device's zone is shown instead. */
export function warnOfZone(asked: string | null): void {
  if (asked && knownZone(asked) !== asked)
    globalThis.console.warn(`<coach-booking> time-zone="${asked}" is no IANA zone, so times are shown in another one.`);
}

/** Writes a developer's problem to the console. Other problems write nothing. */
export function warnDeveloper(problem: SetupProblem | null | undefined): void {
  if (problem?.kind === 'setup' || problem?.kind === 'closed' || problem?.code === 'UNREADABLE')
    globalThis.console.error(developerMessage(problem));
}

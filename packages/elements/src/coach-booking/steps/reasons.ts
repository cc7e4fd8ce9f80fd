import type { FlowProblem } from '@coach-booking/sdk';
import type { Phrase } from '../../translations/index.ts';

/** The vocabularies of reasons: block codes of slots, statuses of slots, and the API's refusals. */
const phrases: Readonly<Record<string, Phrase>> = {
  booked: 'whyBooked',
  held: 'whyBooked',
  buffer: 'whyBooked',
  outside_hours: 'whyHours',
  OUTSIDE_HOURS: 'whyHours',
  break: 'whyBreak',
  IN_BREAK: 'whyBreak',
  unavailable: 'whyAway',
  time_off: 'whyAway',
  IN_TIME_OFF: 'whyAway',
  external_busy: 'whyAway',
  source_stale: 'whyAway',
  SOURCE_STALE: 'whyAway',
  notice: 'whySoon',
  past: 'whySoon',
  TOO_SOON: 'whySoon',
  START_IN_PAST: 'whySoon',
  window: 'whyFar',
  TOO_FAR: 'whyFar',
  capacity: 'whyFull',
  CAPACITY_FULL: 'whyFull',
  inactive: 'whyFull',
  COACH_INACTIVE: 'whyFull',
  BOOKING_LIMIT: 'addressFull',
  EMAIL_LIMIT: 'emailFull',
  INCENTIVE_REFUSED: 'codeRefused',
  CHALLENGE_REQUIRED: 'checkFirst',
  CHALLENGE_FAILED: 'checkAgain',
};

/** Returns the phrase for a code, if it has one of its own. */
export function reasonPhrase(code: string): Phrase | undefined {
  return phrases[code];
}

/**
 * Returns the phrase of a kind of problem. A request without an answer counts as the visitor's lost connection only
 * where the browser reports to be offline.
 */
export function kindPhrase(kind: FlowProblem['kind']): Phrase {
  if (kind === 'offline') return navigator.onLine ? 'unreachable' : 'offline';
  return kind === 'invalid' ? 'fields' : (kind as Phrase);
}

/** Returns the phrase of a problem. */
export function problemPhrase({ kind, code, alternatives }: FlowProblem): Phrase {
  if (kind === 'taken') return alternatives.length > 0 ? 'taken' : 'takenNone';
  if (kind === 'refused') return reasonPhrase(code) ?? 'refused';
  return kindPhrase(kind);
}

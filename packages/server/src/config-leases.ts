import { integer } from './config-integer.ts';

/** The times of a process for what it has taken in hand, after which it counts as dead and another one takes that. */
export interface Leases {
  /** Seconds of real time for one message or webhook. */
  readonly messageSeconds: number;
  /** Seconds of real time for the next step of a meeting or an event at a provider. */
  readonly recordSeconds: number;
}

/**
 * Seconds that one step at a provider may take: a token and the calls of one adapter, each of which is given up after
 * 15 seconds at most. Two processes at the same step could both make a meeting; the second one is then removed.
 */
const LONGEST_STEP = 60;

const seconds = integer(1, 3600).default(LONGEST_STEP);

export const leaseVariables = { MESSAGE_LEASE_SECONDS: seconds, RECORD_LEASE_SECONDS: seconds };

type Variables = Readonly<Record<keyof typeof leaseVariables, number>>;

/** Returns what is wrong with the leases, in a sentence; undefined where nothing is. */
export function wrongLeaseIn({ RECORD_LEASE_SECONDS }: Variables, production: boolean): string | undefined {
  return production && RECORD_LEASE_SECONDS < LONGEST_STEP
    ? `RECORD_LEASE_SECONDS must be ${LONGEST_STEP} or more with NODE_ENV=production: a step at a provider may take that long.`
    : undefined;
}

export function leasesOf({ MESSAGE_LEASE_SECONDS, RECORD_LEASE_SECONDS }: Variables): Leases {
  return Object.freeze({ messageSeconds: MESSAGE_LEASE_SECONDS, recordSeconds: RECORD_LEASE_SECONDS });
}

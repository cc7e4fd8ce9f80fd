import {
  bindOperations,
  createTransport,
  getCoach,
  listLeads,
  recommendSlots,
  type Bound,
  type OutputOf,
  type SessionToken,
} from '@coach-booking/sdk';

const operations = { getCoach, listLeads, recommendSlots };

/** The calls of the page on which times are proposed; tests replace them. */
export type ProposeCalls = { readonly [K in keyof typeof operations]: Bound<(typeof operations)[K]> };

export type Coach = OutputOf<'getCoach'>;
export type Recommendation = OutputOf<'recommendSlots'>[number];

/** A person to whom times are proposed. */
export interface ProposedTo {
  readonly id: string;
  readonly name: string;
  readonly timeZone?: string;
}

/** Returns the calls with the session of who signed in. */
export function proposeCalls(session: SessionToken, baseUrl: string): ProposeCalls {
  return bindOperations(createTransport({ baseUrl, session }), operations);
}

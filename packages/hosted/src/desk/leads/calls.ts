import {
  bindOperations,
  createBooking,
  createTransport,
  getCoach,
  listCoachBookings,
  getLead,
  listLeads,
  recommendSlots,
  updateLead,
  type Bound,
  type OutputOf,
  type SessionToken,
} from '@coach-booking/sdk';

const operations = { createBooking, getCoach, recommendSlots, getLead, listLeads, updateLead, listCoachBookings };

/** The calls of the list of leads; tests replace them. */
export type LeadCalls = { readonly [K in keyof typeof operations]: Bound<(typeof operations)[K]> };

export type Coach = OutputOf<'getCoach'>;
export type Lead = OutputOf<'listLeads'>[number];

/** Returns the calls with the session of who signed in. */
export function leadCalls(session: SessionToken, baseUrl: string): LeadCalls {
  return bindOperations(createTransport({ baseUrl, session }), operations);
}

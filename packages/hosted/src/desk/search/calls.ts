import {
  bindOperations,
  createTransport,
  listClients,
  listCoachBookings,
  listLeads,
  type Bound,
  type SessionToken,
} from '@coach-booking/sdk';

const operations = { listClients, listCoachBookings, listLeads };

/** The calls of the search; tests replace them. */
export type SearchCalls = { readonly [K in keyof typeof operations]: Bound<(typeof operations)[K]> };

/** Returns the calls with the session of who signed in. */
export function searchCalls(session: SessionToken, baseUrl: string): SearchCalls {
  return bindOperations(createTransport({ baseUrl, session }), operations);
}

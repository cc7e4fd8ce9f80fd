import {
  bindOperations,
  createService,
  createTransport,
  deleteService,
  getCoach,
  getSchedule,
  listServices,
  updateService,
  type Bound,
  type SessionToken,
} from '@coach-booking/sdk';

const operations = { createService, deleteService, getCoach, getSchedule, listServices, updateService };

/** The calls of the settings of services; tests replace them. */
export type ServiceCalls = { readonly [K in keyof typeof operations]: Bound<(typeof operations)[K]> };

/** Returns the calls with the session of who signed in. */
export function serviceCalls(session: SessionToken, baseUrl: string): ServiceCalls {
  return bindOperations(createTransport({ baseUrl, session }), operations);
}

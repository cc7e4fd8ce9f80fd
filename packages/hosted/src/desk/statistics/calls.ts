import {
  bindOperations,
  createTransport,
  getConversion,
  getPartnerConversion,
  getRecoveryFunnel,
  getReliability,
  getStats,
  type Bound,
  type OutputOf,
  type SessionToken,
} from '@coach-booking/sdk';

const operations = { getStats, getConversion, getPartnerConversion, getRecoveryFunnel, getReliability };

/** The calls of the page of statistics; tests replace them. */
export type StatisticsCalls = { readonly [K in keyof typeof operations]: Bound<(typeof operations)[K]> };

export type Stats = OutputOf<'getStats'>;
export type Conversion = OutputOf<'getConversion'>;
export type RecoveryFunnel = OutputOf<'getRecoveryFunnel'>;
export type Reliability = OutputOf<'getReliability'>;

/** Returns the calls with the session of who signed in. */
export function statisticsCalls(session: SessionToken, baseUrl: string): StatisticsCalls {
  return bindOperations(createTransport({ baseUrl, session }), operations);
}

import {
  bindOperations,
  createTransport,
  getReliability,
  getSuggestions,
  recommendSlots,
  updateSuggestions,
  type Bound,
  type OutputOf,
  type SessionToken,
} from '@coach-booking/sdk';

const operations = { getReliability, getSuggestions, recommendSlots, updateSuggestions };

/** The calls of the settings of suggestions; tests replace them. */
export type SuggestionCalls = { readonly [K in keyof typeof operations]: Bound<(typeof operations)[K]> };

export type Suggestions = OutputOf<'getSuggestions'>;
export type Reliability = OutputOf<'getReliability'>;
export type Recommendation = OutputOf<'recommendSlots'>[number];
export type Feature = keyof Suggestions['weights'];

/** Returns the calls with the session of who signed in. */
export function suggestionCalls(session: SessionToken, baseUrl: string): SuggestionCalls {
  return bindOperations(createTransport({ baseUrl, session }), operations);
}

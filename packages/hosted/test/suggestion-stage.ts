import type { Recommendation, Reliability, SuggestionCalls, Suggestions } from '../src/desk/suggestions/calls.ts';

/** The moment at which the settings below are shown. */
export const SUGGESTIONS_NOW = Date.parse('2028-04-11T08:00:00Z');

/** The settings of a coach who sets none. */
export const usualSuggestions: Suggestions = {
  preferredHours: [],
  weights: { conversion: 35, completion: 15, gap: 15, lead_hours: 15, urgency: 10, preference: 10 },
  showInWidget: false,
};

export const suggestions: Suggestions = {
  preferredHours: [
    { dayOfWeek: 1, start: '07:00', end: '11:00' },
    { dayOfWeek: 4, start: '18:00', end: '24:00' },
  ],
  weights: { ...usualSuggestions.weights, gap: 30 },
  showInWidget: true,
};

const reason = (code: keyof Suggestions['weights'], contribution: number) => ({ code, contribution, text: 'Why.' });

/** The best times, with reasons of different weight. */
export const bestTimes: readonly Recommendation[] = ['13:00', '14:00', '18:00'].map((time, i) => ({
  start: `2028-04-13T${time}:00Z`,
  end: `2028-04-13T${time.slice(0, 2)}:55:00Z`,
  score: [0.5, 0.4, 0.3][i]!,
  confidence: [0.21, 0.12, 0.04][i]!,
  expectedOutcome: (['high', 'moderate', 'unknown'] as const)[i]!,
  reasons: [reason('conversion', [0.3, 0.2, 0.1][i]!), reason('gap', 0.15), reason('urgency', 0.05)],
}));

const empty = { count: 0, predicted: null, observed: null };

/** Visits in three of ten bins. */
export const reliability: Reliability = {
  bins: Array.from({ length: 10 }, (_, i) => ({
    from: i / 10,
    to: (i + 1) / 10,
    ...([
      { count: 1240, predicted: 0.0612, observed: 0.0707 },
      { count: 410, predicted: 0.1421, observed: 0.1512 },
      { count: 30, predicted: 0.2208, observed: 0.1333 },
    ][i] ?? empty),
  })),
  brier: 0.081,
  calibrationError: 0.0117,
  observations: 1680,
  scaled: false,
  calibratedAt: '2028-04-10T03:00:00Z',
};

/** Before the first visit. */
export const noReliability: Reliability = {
  bins: Array.from({ length: 10 }, (_, i) => ({ from: i / 10, to: (i + 1) / 10, ...empty })),
  brier: null,
  calibrationError: null,
  observations: 0,
  scaled: false,
  calibratedAt: null,
};

/** Returns the calls of Settings › Suggestions: what is read is there, what is written is taken. */
export function suggestionCalls(change: Partial<SuggestionCalls> = {}): SuggestionCalls {
  return {
    getSuggestions: async () => suggestions,
    getReliability: async () => reliability,
    recommendSlots: async () => bestTimes,
    updateSuggestions: async ({
      coach: _coach,
      dryRun: _dryRun,
      ...given
    }: object & { coach: string; dryRun?: boolean }) => ({
      ...usualSuggestions,
      ...given,
    }),
    ...change,
  } as unknown as SuggestionCalls;
}

export type Temperature = 'hot' | 'warm' | 'cold';

const HOT = 70;
const WARM = 40;

/** Of a score from 0 to 100. */
export const temperatureOf = (score: number): Temperature => (score >= HOT ? 'hot' : score >= WARM ? 'warm' : 'cold');

/** What is shown: the one that somebody set by hand, else the score's. */
export const temperatureShown = (score: number, byHand: Temperature | null | undefined): Temperature => byHand ?? temperatureOf(score);

export type Temperature = 'hot' | 'warm' | 'cold';

const HOT = 70;
const WARM = 40;

/** Returns the temperature of a score from 0 to 100. */
export function temperatureOf(score: number): Temperature {
  return score >= HOT ? 'hot' : score >= WARM ? 'warm' : 'cold';
}

/** Returns the temperature to show: the one set by hand, else the score's. */
export function temperatureShown(score: number, byHand: Temperature | null | undefined): Temperature {
  return byHand ?? temperatureOf(score);
}

/** The text for a wait that is over before it is read. */
const SHORT_WAIT = 'Please wait a moment.';
const SHORTEST_SECONDS = 10;

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** Returns the wait in the unit in which people count it, rounded up. */
const waitText = (seconds: number): string => {
  if (seconds < 90) return counted(seconds, 'second');
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? counted(minutes, 'minute') : counted(Math.ceil(minutes / 60), 'hour');
};

/** Returns the sentence of an error with the wait that `Retry-After` demands, in seconds, in place of "a moment". */
export function withWait(sentence: string, retryAfter: unknown): string {
  const seconds = Number(retryAfter);
  return seconds > SHORTEST_SECONDS ? sentence.replace(SHORT_WAIT, `Please wait ${waitText(seconds)}.`) : sentence;
}

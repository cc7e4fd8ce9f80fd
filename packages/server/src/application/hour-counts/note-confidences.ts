import type { Instant } from '@coach-booking/time/instant';
import { createRates } from '../../domain/recommend/rates.ts';
import { addBins, bookedSums, inBin, shownSums, type BinSums } from '../../domain/recommend/reliability.ts';
import type { Core } from '../ports/core.ts';
import type { CountedHour } from '../ports/hour-counts.ts';
import type { LedgerScope } from '../ports/ledgers.ts';

export type NoteConfidencesNeeds = Pick<Core, 'hourCounts' | 'reliability'>;

/** Notes the confidences of hours as they are before this is counted, each with what it adds to its bin. */
const note = async (
  { hourCounts, reliability }: NoteConfidencesNeeds,
  scope: LedgerScope,
  coachId: string,
  hours: readonly CountedHour[],
  at: Instant,
  sumsOf: (confidence: number) => Partial<BinSums>,
): Promise<void> => {
  const known = await hourCounts.of(scope, coachId, at);
  const ratesOf = createRates(known.hours, known.partner);
  const confidences = hours.map(({ weekday, hour }) => ratesOf(weekday, hour).conversion.low);
  await reliability.add(scope, addBins(confidences.map((each) => inBin(each, sumsOf(each)))), at);
};

/** Notes what was expected of hours that visitors are shown, for so many visits. */
export function noteShown(
  core: NoteConfidencesNeeds,
  scope: LedgerScope,
  coachId: string,
  hours: readonly CountedHour[],
  { at, by }: { readonly at: Instant; readonly by: number },
): Promise<void> {
  return note(core, scope, coachId, hours, at, (confidence) => shownSums(confidence, by));
}

/** Notes what was expected of an hour that was booked. */
export function noteBooked(
  core: NoteConfidencesNeeds,
  scope: LedgerScope,
  coachId: string,
  hour: CountedHour,
  at: Instant,
): Promise<void> {
  return note(core, scope, coachId, [hour], at, bookedSums);
}

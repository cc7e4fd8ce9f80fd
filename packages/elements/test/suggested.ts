import type { AskSuggestions, Suggested } from '../src/coach-booking/steps/suggestions.ts';
import { suggestWith } from '../src/coach-booking/steps/suggestions.ts';
import type { CoachBooking } from '../src/coach-booking/coach-booking.ts';
import { fakeBooking, type FakeFlow } from './fake-flow.ts';
import { drawn, mount } from './mount.ts';
import { bookingStates, slotAt } from './states.ts';
import type { BookingFlowState } from '@coach-booking/sdk';

/** Three times, of which the second is on a day that is shown later. */
export const suggested: readonly Suggested[] = [
  slotAt('2028-04-11', '15:00'),
  slotAt('2028-04-12', '09:00'),
  slotAt('2028-05-02', '10:00'),
];

/** An element whose flow has still to show its first times, and whose suggestions are answered by `answer`. */
export async function mountSuggested(
  answer: AskSuggestions = async () => suggested,
  attributes: Readonly<Record<string, string>> = { suggestions: '' },
): Promise<{ readonly element: CoachBooking; readonly flow: FakeFlow<BookingFlowState> }> {
  const flow = fakeBooking(bookingStates.loading);
  suggestWith(flow.$state, answer);
  const element = await drawn(await mount(flow, attributes));
  return { element, flow };
}

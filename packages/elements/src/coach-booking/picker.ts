import type { BookingFlowIntents, Coach, FlowProblem, PickableSlot, Service, SlotsState } from '@coach-booking/sdk';
import { monthOf } from '@coach-booking/time/dates';
import { firstFreeDay } from './month.ts';

/** The intents of the flow that the picker calls, in both modes. */
export type PickerIntents = Pick<
  BookingFlowIntents,
  'showMonth' | 'chooseDay' | 'chooseSlot' | 'jumpToNextAvailable' | 'setTimeZone' | 'retry'
>;

/** The input of the picker's view. */
export interface Picker {
  readonly slots: SlotsState;
  readonly coach: Coach | null;
  readonly service: Service | null;
  /** The slot that was picked, while it is being held or waits for a confirmation. */
  readonly slot: PickableSlot | null;
  readonly problem: FlowProblem | null;
}

/** Returns the day whose slots are shown: the chosen one, else the first of the month with a free one. */
export function dayShown({ day, byDate, month }: SlotsState): string | null {
  return day && monthOf(day) === month ? day : firstFreeDay(byDate);
}

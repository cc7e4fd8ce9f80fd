import type { CalendarFlowState } from '@coach-booking/sdk';
import type { ColumnModel } from './column.ts';
import type { Labels } from './labels.ts';
import { monthModel, type MonthModel } from './month-model.ts';
import { timeModel, type TimeModel } from './time-model.ts';

/** Caches the last result of a function, for the same arguments. */
function lastOf<Args extends readonly unknown[], R>(make: (...args: Args) => R): (...args: Args) => R {
  let known: readonly unknown[] | undefined;
  let result: R;
  return (...args) => {
    if (!known || args.some((arg, at) => arg !== known![at])) [known, result] = [args, make(...args)];
    return result;
  };
}

/** The fields of the state on which the grid depends; the rest changes often and changes nothing here. */
const gridFields = [
  'bookings',
  'days',
  'timeOff',
  'blocked',
  'draft',
  'timeZone',
  'coachTimeZone',
  'today',
  'date',
  'preferences',
] as const satisfies readonly (keyof CalendarFlowState)[];

/**
 * The models of one element: while nothing on which they depend has changed they are the same objects, which draw
 * nothing.
 */
export class GridModels {
  #state: CalendarFlowState | undefined;

  readonly time = lastOf((state: CalendarFlowState, from: string, to: string): TimeModel => timeModel(state, from, to));
  readonly month = lastOf((state: CalendarFlowState, shown: number): MonthModel => monthModel(state, shown));
  readonly columns = lastOf(
    (model: TimeModel, labels: Labels, busy: readonly string[], draft: CalendarFlowState['draft']): ColumnModel[] => {
      const ids = new Set(busy);
      const conflicts = new Set(draft?.conflicts?.map(({ bookingId }) => bookingId));
      return model.days.map((day) => ({
        model: day,
        labels,
        first: model.first,
        count: model.days.length,
        busy: ids,
        conflicts,
      }));
    },
  );

  /** Returns the state, or an earlier one whose grid is the same. */
  settled(state: CalendarFlowState): CalendarFlowState {
    const known = this.#state;
    const same =
      known &&
      gridFields.every((field) => known[field] === state[field]) &&
      known.range.from === state.range.from &&
      known.range.to === state.range.to;
    return same ? known : (this.#state = state);
  }
}

import type { CalendarBooking, CalendarFlowState } from '@coach-booking/sdk';
import type { ColumnModel } from './column.ts';
import { matching } from './filters.ts';
import type { GridContext } from './grid-context.ts';
import { HUES } from './hues.ts';
import { timeModel, type TimeModel } from './time-model.ts';

/** Caches the last result of a function, for the same arguments. */
export function lastOf<Args extends readonly unknown[], R>(make: (...args: Args) => R): (...args: Args) => R {
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

  readonly matching = lastOf(matching);
  readonly time = lastOf((state: CalendarFlowState, from: string, to: string): TimeModel => timeModel(state, from, to));
  /** The class of a booking's colour: by its place in the list of services or of the team. */
  readonly hueOf = lastOf(
    (
      by: CalendarFlowState['preferences']['colourBy'],
      services: CalendarFlowState['services'],
      team: CalendarFlowState['team'],
    ) => {
      const places = new Map((by === 'staff' ? team : services).map(({ id }, at) => [id, ` hue-${at % HUES}`]));
      return ({ serviceId = '', staffId = '', status }: CalendarBooking): string =>
        /^(service|staff)$/.test(by) && !/cancelled|pending/.test(status)
          ? (places.get(by === 'staff' ? staffId : serviceId) ?? '')
          : '';
    },
  );
  readonly #columns = lastOf(
    (
      model: TimeModel,
      labels: ColumnModel['labels'],
      busy: readonly string[],
      draft: CalendarFlowState['draft'],
      staff: ColumnModel['staff'],
      hueOf: ColumnModel['hueOf'],
      minute: number,
      nowAt: number,
      tight: boolean,
    ): ColumnModel[] => {
      const ids = new Set(busy);
      const conflicts = new Set(draft?.conflicts?.map(({ bookingId }) => bookingId));
      return model.days.map((day) => ({
        model: day,
        labels,
        first: model.first,
        count: model.days.length,
        busy: ids,
        conflicts,
        staff,
        hueOf,
        now: minute * 60_000,
        nowAt: day.today && nowAt <= model.last ? nowAt : -1,
        tight,
      }));
    },
  );

  columns({ state, labels, view, clock, narrow }: GridContext, model: TimeModel): ColumnModel[] {
    const { busy, draft, staffNames, preferences, services, team, today } = state;
    const now = clock.wallOf(view.now);
    return this.#columns(
      model,
      labels,
      busy,
      draft,
      staffNames,
      this.hueOf(preferences.colourBy, services, team),
      Math.floor(view.now / 60_000),
      now.date === today ? now.minute : -1,
      narrow && model.days.length > 3,
    );
  }

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

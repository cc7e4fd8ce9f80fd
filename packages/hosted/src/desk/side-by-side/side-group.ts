import type { CalendarFlowState } from '@coach-booking/sdk';
import type { CalendarConnection } from '@coach-booking/elements/internal/calendar-connect';
import { wallOf } from '@coach-booking/elements/internal/dates/wall';
import { minutesOf, wallText } from '@coach-booking/elements/internal/dates/wall-text';
import { addDays } from '@coach-booking/time/dates';
import { atom, computed } from 'nanostores';

/** The first and the last visible minute of all columns, whole hours. */
export interface SharedHours {
  readonly from: number;
  readonly to: number;
}

/** Returns the hours that one calendar needs: those that its coach prefers, and those of the bookings of the day. */
function hoursOf({ preferences, bookings, date, timeZone }: CalendarFlowState): SharedHours {
  const minute = (instant: string, late: boolean) => {
    const wall = wallOf(instant, timeZone);
    if (wall.date !== date) return late ? 1440 : 0;
    return minutesOf(wall.time);
  };
  const starts = bookings.flatMap(({ start }) => (start ? [minute(start, false)] : []));
  const ends = bookings.flatMap(({ end }) => (end ? [minute(end, true)] : []));
  return {
    from: Math.min(minutesOf(preferences.dayStart), ...starts),
    to: Math.max(minutesOf(preferences.dayEnd), ...ends),
  };
}

/**
 * The calendars of several coaches that stand side by side: all show the same date, the same hours and the same zone.
 * Each has a flow of its own, so that one that fails or is slow leaves the others as they are.
 */
export class SideGroup {
  /** The date that all of them show; empty for today. */
  readonly $date = atom('');
  /** The hours that all of them show; null until one of them is known. */
  readonly $hours = atom<SharedHours | null>(null);
  /** The zone that all of them show: that of the first coach on the screen whose calendar can be read. */
  readonly $timeZone = atom('');
  readonly #flows = new Map<string, CalendarConnection>();

  /** Returns the flow of a coach as one of the group: it turns the dates of all, and has the view of a day alone. */
  join(coach: string, flow: CalendarConnection): CalendarConnection {
    this.#flows.set(coach, flow);
    const off = flow.$state.listen(() => this.#look());
    queueMicrotask(() => this.#look());
    let known: { readonly of: unknown; readonly hours: SharedHours; readonly preferences: object } | null = null;
    const $state = computed([flow.$state, this.$hours], (state, hours): CalendarFlowState => {
      if (!hours) return state;
      if (known?.of !== state.preferences || known.hours !== hours) {
        const { secondTimeZone: _, ...preferences } = state.preferences;
        const shown = { ...preferences, dayStart: wallText(hours.from), dayEnd: wallText(hours.to) };
        known = { of: state.preferences, hours, preferences: shown };
      }
      return { ...state, preferences: known.preferences as CalendarFlowState['preferences'] };
    });
    const own: Partial<CalendarConnection> = {
      $state,
      showView: () => undefined,
      goTo: (date) => this.goTo(date),
      next: () => this.turn(1),
      previous: () => this.turn(-1),
      goToToday: () => this.goToToday(),
      stop: () => {
        off();
        if (this.#flows.get(coach) === flow) this.#flows.delete(coach);
        flow.stop();
      },
    };
    return Object.assign(Object.create(flow), own) as CalendarConnection;
  }

  /** The states of the coaches whose calendars are known, by coach. */
  get states(): ReadonlyMap<string, CalendarFlowState> {
    return new Map([...this.#flows].map(([coach, flow]) => [coach, flow.$state.get()]));
  }

  goTo(date: string): void {
    this.#flows.forEach((flow) => flow.goTo(date));
    this.$date.set(date);
  }

  turn(by: 1 | -1): void {
    const date = this.$date.get() || this.#ready[0]?.date;
    if (date) this.goTo(addDays(date, by));
  }

  goToToday(): void {
    const today = this.#ready[0]?.today;
    if (today) this.goTo(today);
  }

  get #ready(): readonly CalendarFlowState[] {
    return [...this.states.values()].filter(({ phase }) => phase === 'ready');
  }

  #look(): void {
    const ready = this.#ready;
    const [first] = ready;
    if (!first) return;
    if (!this.$date.get()) this.$date.set(first.date);
    // The first in the order on the screen, whichever answers first.
    const leading = [...this.states.values()].find(({ phase }) => phase === 'ready' || phase === 'loading');
    if (!this.$timeZone.get() && leading?.phase === 'ready') this.$timeZone.set(leading.coachTimeZone);
    const all = ready.map(hoursOf);
    const from = Math.floor(Math.min(...all.map((one) => one.from)) / 60) * 60;
    const to = Math.ceil(Math.max(...all.map((one) => one.to)) / 60) * 60;
    const before = this.$hours.get();
    if (before?.from !== from || before.to !== to) this.$hours.set({ from, to });
  }
}

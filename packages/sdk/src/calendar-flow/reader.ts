import type { CalendarClient } from './options.ts';
import type { DaysRead, KnownDays } from './known-days.ts';
import type { OutputOf } from '../transport/operation-types.ts';

/** What the reader needs of the flow it is part of. */
export interface ReaderPorts {
  readonly getCalendar: CalendarClient['getCalendar'];
  readonly coach: string;
  readonly clock: () => number;
  /** The zone that is shown, when it is not simply the coach's. */
  readonly zone: () => string | undefined;
  readonly days: KnownDays;
  /** Called with each answer; returns whether its days are to be kept. */
  readonly took: (answer: OutputOf<'getCalendar'>) => boolean;
  /** It is kept now; the dates that were asked for. */
  readonly kept: (dates: readonly string[]) => void;
}

/**
 * Reads the days that are not known, or not fresh: one request from the first of them to the last, and none for what is
 * under way.
 */
export class CalendarReader {
  /** The reads that are under way. */
  #readings = new Map<DaysRead, Promise<void>>();
  #ports: ReaderPorts;

  constructor(ports: ReaderPorts) {
    this.#ports = ports;
  }

  /** Resolves when everything that these dates were waiting for has come. `explain`: with why a time is blocked. */
  async ensure(dates: readonly string[], explain: boolean, signal: AbortSignal): Promise<void> {
    const { days, clock } = this.#ports;
    const wanted = dates.filter((date) => !days.fresh(date, explain, clock()));
    const awaited = [...this.#readings].filter(
      ([one]) => (one.explain || !explain) && wanted.some((date) => this.#brings(one, date)),
    );
    const missing = wanted.filter((date) => !awaited.some(([one]) => this.#brings(one, date)));
    const [from, to] = [missing[0], missing.at(-1)];
    const mine =
      from && to ? this.#read(dates.slice(dates.indexOf(from), dates.indexOf(to) + 1), explain, signal) : undefined;
    await Promise.all([...awaited.map(([, done]) => done), mine]);
  }

  /** Forgets what is under way, when its answers are not wanted any more. */
  forget(): void {
    this.#readings.clear();
  }

  #brings({ dates, began }: DaysRead, date: string): boolean {
    return dates.includes(date) && began >= this.#ports.days.staleSince(date);
  }

  #read(dates: readonly string[], explain: boolean, signal: AbortSignal): Promise<void> {
    const { days, clock } = this.#ports;
    const read: DaysRead = { dates, explain, began: days.tick, at: clock() };
    const done = this.#ask(read, signal).finally(() => this.#readings.delete(read));
    this.#readings.set(read, done);
    return done;
  }

  async #ask(read: DaysRead, signal: AbortSignal): Promise<void> {
    const { getCalendar, coach, zone, days, took, kept } = this.#ports;
    const timeZone = zone();
    const [from = '', to = ''] = [read.dates[0], read.dates.at(-1)];
    const answer = await getCalendar(
      { coach, from, to, ...(timeZone && { timeZone }), ...(read.explain && { explain: '1' }) },
      { signal },
    );
    if (signal.aborted || !this.#readings.delete(read) || !took(answer)) return;
    days.put(answer, read);
    kept(read.dates);
  }
}

import type { CalendarReads } from './options.ts';
import type { DaysRead, KnownDays } from './known-days.ts';
import type { OutputOf } from '../transport/operation-types.ts';

/** The part of the flow that the reader uses. */
export interface ReaderPorts {
  readonly getCalendar: CalendarReads['getCalendar'];
  readonly coach: string;
  readonly clock: () => number;
  /** Returns the shown zone, when it is not the coach's. */
  readonly zone: () => string | undefined;
  readonly days: KnownDays;
  /** Called with each answer; returns whether its days are stored. */
  readonly took: (answer: OutputOf<'getCalendar'>) => boolean;
  /** Called with the requested dates when they are stored. */
  readonly kept: (dates: readonly string[]) => void;
}

/**
 * Reads the days that are missing or stale: one request from the first of them to the last, and none for those under
 * way.
 */
export class CalendarReader {
  /** The reads under way. */
  #readings = new Map<DaysRead, Promise<void>>();
  #ports: ReaderPorts;

  constructor(ports: ReaderPorts) {
    this.#ports = ports;
  }

  /** Resolves when all reads of these dates have finished. `explain`: with the reasons for blocked times. */
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

  /** Forgets the reads under way, when their answers are not wanted any more. */
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

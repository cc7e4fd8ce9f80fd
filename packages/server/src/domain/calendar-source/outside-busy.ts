import type { Instant } from '@coach-booking/time/instant';
import { merge, type Range } from '@coach-booking/time/range';
import { staleAt, type CalendarSource, type StalePolicy } from './calendar-source.ts';
import { fitRanges } from './fit-ranges.ts';
import { countRanges, packRanges, unpackRanges, type PackedRanges } from './packed-ranges.ts';

/** One calendar, as far as the slots need it. */
export interface BusySource {
  readonly id: string;
  readonly policy: StalePolicy;
  /** When it cannot be trusted any more, unless it is read before. */
  readonly staleAt: Instant;
  readonly busy: PackedRanges;
}

/** The busy time of a coach elsewhere, made of the coach's calendars and read in one with the head. R28. */
export interface OutsideBusy {
  /** Goes up with each write. */
  readonly revision: number;
  readonly sources: readonly BusySource[];
}

/** More would make each question about slots slow. */
export const MAX_RANGES = 2000;

/** Whether any of it counts. */
const isShown = ({ active, deletedAt }: CalendarSource): boolean => active && deletedAt === undefined;

/** The share of each calendar, so that one that is full of short events leaves room for the others. */
const sharesOf = (sources: readonly CalendarSource[]): ReadonlyMap<string, number> => {
  const counts = sources.map(({ id, good }) => [id, good ? countRanges(good.busy) : 0] as const);
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  return new Map(
    counts.map(([id, count]) => [id, total <= MAX_RANGES ? count : Math.floor((count / total) * MAX_RANGES)]),
  );
};

/** Returns what the slots read of these calendars of one coach, in the order of their ids. */
export function busySourcesOf(all: readonly CalendarSource[]): BusySource[] {
  const sources = all.filter(isShown).sort((a, b) => (a.id < b.id ? -1 : 1));
  const shares = sharesOf(sources);
  return sources.map((source) => {
    const { id, policy, good } = source;
    const share = shares.get(id)!;
    const fits = !good || countRanges(good.busy) <= share;
    const busy = fits ? (good?.busy ?? new Uint32Array()) : packRanges(fitRanges(unpackRanges(good.busy), share));
    return { id, policy, staleAt: staleAt(source), busy };
  });
}

/** Returns all busy time, ordered and disjoint. */
export function busyOf({ sources }: OutsideBusy): readonly Range<Instant>[] {
  const [only] = sources;
  return sources.length === 1
    ? merge(unpackRanges(only!.busy))
    : merge(sources.flatMap(({ busy }) => unpackRanges(busy)));
}

/** Whether a calendar is too old to be trusted by its policy: then nothing is offered. */
export function isBlockedAsStale(outside: OutsideBusy | undefined, now: Instant): boolean {
  return outside?.sources.some((source) => source.policy === 'block_when_stale' && source.staleAt <= now) ?? false;
}

import type { PlainDate } from '@coach-booking/time/plain-date';

/** The counts of the way from a visit to a booking, and of bookings that were not finished. */
export const FUNNEL_COUNTS = [
  // Visits to a widget.
  'visits',
  // Visits in which times of a service were shown.
  'viewed',
  // Visits in which a time of a service was chosen.
  'chosen',
  // Bookings by attendees.
  'booked',
  // Visitors who agreed to be written to before they booked; the rest is what became of these.
  'captured',
  'abandoned',
  'sent',
  'recovered',
  'withdrawn',
] as const;
export type FunnelCount = (typeof FUNNEL_COUNTS)[number];

export type FunnelCounts = Readonly<Record<FunnelCount, number>>;

/** The subject of a count. */
export interface FunnelPlace {
  readonly coachId: string;
  /** By the coach's clock. */
  readonly day: PlainDate;
  /** Null where no service is known yet. */
  readonly serviceId: string | null;
  /** As `countedSource` returns it. */
  readonly source: string;
}

/** The field by which sums differ; null: one sum of all. */
export type FunnelGroup = 'service' | 'source' | 'coach' | 'day' | null;

/** The sum of a group. */
export interface FunnelSum {
  /** The id of the service or coach, the source, or the date. Empty: no service, or the one sum of all. */
  readonly key: string;
  /** By service: whose it is. */
  readonly coachId?: string;
  readonly counts: FunnelCounts;
}

export const NOTHING_COUNTED: FunnelCounts = {
  visits: 0,
  viewed: 0,
  chosen: 0,
  booked: 0,
  captured: 0,
  abandoned: 0,
  sent: 0,
  recovered: 0,
  withdrawn: 0,
};

/** Returns the sum of two. */
export function addedUp(a: FunnelCounts, b: Partial<FunnelCounts>): FunnelCounts {
  return Object.fromEntries(FUNNEL_COUNTS.map((name) => [name, a[name] + (b[name] ?? 0)])) as unknown as FunnelCounts;
}

/** Returns sums with those of one key made one, in the order of their first. */
export function joined(sums: readonly FunnelSum[]): FunnelSum[] {
  const byKey = new Map<string, FunnelSum>();
  for (const sum of sums) {
    const before = byKey.get(sum.key);
    byKey.set(sum.key, before ? { ...before, counts: addedUp(before.counts, sum.counts) } : sum);
  }
  return [...byKey.values()];
}

/** Returns the key of a place in a grouping. */
export function groupKeyOf({ coachId, day, serviceId, source }: FunnelPlace, by: FunnelGroup): string {
  if (by === null) return '';
  return { service: serviceId ?? '', source, coach: coachId, day }[by];
}

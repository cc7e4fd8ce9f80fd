import type { Week } from './calls.ts';

/** The sessions that a member of the team runs in a week. */
export interface Runs {
  readonly sessions: number;
  /** The titles of their services, the most frequent first. */
  readonly services: readonly string[];
}

/** Returns what each member runs in a week, by the member's id; sessions that were cancelled do not count. */
export function runsIn({ days }: Pick<Week, 'days'>): ReadonlyMap<string, Runs> {
  const titles = new Map<string, Map<string, number>>();
  for (const { staffId, serviceTitle, status } of days.flatMap(({ bookings }) => bookings)) {
    if (!staffId || status === 'cancelled') continue;
    const own = titles.get(staffId) ?? new Map<string, number>();
    titles.set(staffId, own.set(serviceTitle, (own.get(serviceTitle) ?? 0) + 1));
  }
  return new Map(
    [...titles].map(([id, own]) => {
      const byCount = [...own].sort(([, one], [, other]) => other - one);
      return [
        id,
        { sessions: byCount.reduce((sum, [, count]) => sum + count, 0), services: byCount.map(([title]) => title) },
      ];
    }),
  );
}

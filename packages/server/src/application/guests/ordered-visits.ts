import { LRUCache } from 'lru-cache';
import { plus, type Instant } from '@coach-booking/time/instant';
import type { Visit, Visits } from '../ports/visits.ts';

/** Addresses whose last visit is kept in memory. */
const MOST = 10_000;

interface LastVisit {
  readonly at: Instant;
  readonly recorded: Promise<void>;
}

/**
 * Returns visits whose records from one address are written one after another, each later than the one before. A caller
 * that reads after its own record reads all earlier ones too, so a process takes no more bookings of an address than
 * its limit. Between processes a few more may pass at the same moment. R13.
 */
export function createOrderedVisits(visits: Visits): Visits {
  const last = new LRUCache<string, LastVisit>({ max: MOST });
  const noteAfter = async (before: LastVisit | undefined, visit: Visit): Promise<void> => {
    await before?.recorded.catch(() => undefined);
    await visits.note(visit);
  };
  return {
    ...visits,
    note(visit) {
      const name = [visit.partnerId, visit.mode, visit.mark].join(' ');
      const before = last.get(name);
      const at = before && before.at >= visit.at ? plus(before.at, 1) : visit.at;
      const recorded = noteAfter(before, { ...visit, at });
      last.set(name, { at, recorded });
      return recorded;
    },
  };
}

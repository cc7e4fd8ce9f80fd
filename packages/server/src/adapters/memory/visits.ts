import type { Instant } from '@coach-booking/time/instant';
import type { LedgerScope } from '../../application/ports/ledgers.ts';
import type { MemoryState } from './memory-state.ts';
import type { Visit, Visits } from '../../application/ports/visits.ts';

const blockKey = ({ partnerId, mode }: LedgerScope, coachId: string, mark: string): string =>
  [partnerId, mode, coachId, mark].join(' ');

export function createMemoryVisits({ visits, blocks }: Pick<MemoryState, 'visits' | 'blocks'>): Visits {
  const found = ({ partnerId, mode }: LedgerScope, since: Instant, limit: number, isMeant: (visit: Visit) => boolean) =>
    [...visits.values()]
      .filter((visit) => visit.partnerId === partnerId && visit.mode === mode && visit.at >= since && isMeant(visit))
      .sort((a, b) => a.at - b.at || (a.bookingId < b.bookingId ? -1 : 1))
      .slice(0, limit);
  return {
    note: async (visit) => {
      if (!visits.has(visit.bookingId)) visits.set(visit.bookingId, { ...visit });
    },
    forget: async (bookingIds) => bookingIds.forEach((id) => visits.delete(id)),
    fromAddress: async (scope, mark, since, limit) => found(scope, since, limit, (visit) => visit.mark === mark),
    atCoach: async (scope, coachId, since, limit) => found(scope, since, limit, (visit) => visit.coachId === coachId),
    block: async (scope, coachId, mark, until) => {
      blocks.set(blockKey(scope, coachId, mark), until);
    },
    blockedUntil: async (scope, coachId, mark, realNow) => {
      const until = blocks.get(blockKey(scope, coachId, mark));
      return until !== undefined && until > realNow ? until : null;
    },
  };
}

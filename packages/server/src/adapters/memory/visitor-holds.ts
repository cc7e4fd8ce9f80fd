import { admitHold } from '../../domain/guest/visitor-holds.ts';
import type { MemoryState } from './memory-state.ts';
import type { VisitorHolds } from '../../application/ports/visitor-holds.ts';

export function createMemoryVisitorHolds(books: MemoryState['visitorHolds']): VisitorHolds {
  const of = (coachId: string) => books.get(coachId) ?? [];
  return {
    admit: async (_scope, coachId, wanted, limits, now) => {
      const admission = admitHold(of(coachId), wanted, limits, now);
      if (admission.admitted) books.set(coachId, admission.holds);
      return admission;
    },
    ofCoach: async (coachId) => of(coachId),
    extend: async (coachId, holdId, expiresAt) => {
      books.set(
        coachId,
        of(coachId).map((hold) => (hold.id === holdId ? { ...hold, expiresAt } : hold)),
      );
    },
    remove: async (coachId, holdId) => {
      books.set(
        coachId,
        of(coachId).filter(({ id }) => id !== holdId),
      );
    },
  };
}

import type { Connection } from 'mongoose';
import type { Instant } from '@coach-booking/time/instant';
import { compareAndSet } from '../../../application/kernel/compare-and-set.ts';
import type { LedgerScope } from '../../../application/ports/ledgers.ts';
import type { VisitorHolds } from '../../../application/ports/visitor-holds.ts';
import {
  admitHold,
  type HoldAdmission,
  type HoldLimits,
  type VisitorHold,
} from '../../../domain/guest/visitor-holds.ts';
import { unlessDuplicate } from '../rows/duplicate-key.ts';
import { makeUnlessMade } from '../connection/make-indexes.ts';

interface BookRow extends LedgerScope {
  /** The coach's id. */
  readonly _id: string;
  readonly holds: readonly VisitorHold[];
  /** Incremented by each admission, so that of two at the same moment one reads again. */
  readonly version: number;
  /** Real time. */
  readonly writtenAt: Date;
}

interface HoldRequest {
  readonly scope: LedgerScope;
  readonly wanted: VisitorHold;
  readonly limits: HoldLimits;
  readonly now: Instant;
}

const DAY_SECONDS = 86_400;
/** Attempts against faster processes, before the answer is that there is no room now. */
const MAX_ATTEMPTS = 20;

/**
 * Opens the collection `visitor_holds` of a connection, one document per coach, found by `_id`. Admissions are
 * compare-and-set, by the rule of the domain; those of one process take turns, so that only other processes are ever
 * faster.
 */
export async function createMongoVisitorHolds(connection: Connection): Promise<VisitorHolds> {
  const books = connection.collection<BookRow>('visitor_holds');
  const old = { key: { writtenAt: 1 }, expireAfterSeconds: DAY_SECONDS } as const;
  await makeUnlessMade(connection, 'VisitorHolds', [old], () => books.createIndexes([old]));
  const turns = new Map<string, Promise<unknown>>();

  const admitBy = async (
    book: BookRow | null,
    coachId: string,
    { scope, wanted, limits, now }: HoldRequest,
  ): Promise<HoldAdmission | null> => {
    const admission = admitHold(book?.holds ?? [], wanted, limits, now);
    if (!admission.admitted) return admission;
    const { partnerId, mode } = scope;
    const written = {
      partnerId,
      mode,
      holds: [...admission.holds],
      version: (book?.version ?? 0) + 1,
      writtenAt: new Date(),
    };
    if (!book) return (await unlessDuplicate(books.insertOne({ _id: coachId, ...written }), null)) && admission;
    const { matchedCount } = await books.updateOne({ _id: coachId, version: book.version }, { $set: written });
    return matchedCount === 1 ? admission : null;
  };
  const admit = (coachId: string, request: HoldRequest): Promise<HoldAdmission> =>
    compareAndSet<BookRow | null, HoldAdmission>({
      read: () => books.findOne({ _id: coachId }),
      write: (book) => admitBy(book, coachId, request),
      otherwise: () => ({ admitted: false, until: request.now }),
      tries: MAX_ATTEMPTS,
    });

  return {
    admit(scope, coachId, wanted, limits, now) {
      const mine = (turns.get(coachId) ?? Promise.resolve()).then(() => admit(coachId, { scope, wanted, limits, now }));
      const ended: Promise<unknown> = mine
        .catch(() => null)
        .then(() => turns.get(coachId) === ended && turns.delete(coachId));
      turns.set(coachId, ended);
      return mine;
    },
    async ofCoach(coachId) {
      return (await books.findOne({ _id: coachId }))?.holds ?? [];
    },
    async extend(coachId, holdId, expiresAt) {
      const set = { $set: { 'holds.$[own].expiresAt': expiresAt }, $inc: { version: 1 } };
      await books.updateOne({ _id: coachId, 'holds.id': holdId }, set, { arrayFilters: [{ 'own.id': holdId }] });
    },
    async remove(coachId, holdId) {
      await books.updateOne(
        { _id: coachId, 'holds.id': holdId },
        { $pull: { holds: { id: holdId } }, $inc: { version: 1 } },
      );
    },
  };
}

import { isRunOut, utcDays, type Claim } from '../../domain/booking/claim.ts';
import type { Instant } from '@coach-booking/time/instant';
import { overlaps, type Range } from '@coach-booking/time/range';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import type { BookingDraft } from './booking-draft.ts';
import { RowRefusal } from './row-error.ts';

/** Sessions of a coach: those that are taken already, and those of rows before. */
interface Taken extends Range<Instant> {
  /** Of a row of this import. */
  readonly row?: number;
  readonly owner?: string;
}

/** A planned session, its row, and the id under which it may have been claimed before a crash. */
interface OnRow {
  readonly row: number;
  readonly ownId: string | undefined;
}

/** Throws RowRefusal with SLOT_TAKEN where the session overlaps another of its coach. */
export type CheckOverlap = (draft: BookingDraft, on: OnRow) => void;

/**
 * Reads what is taken around these sessions, a coach at a time, and remembers those that were let through. Only what
 * overlaps counts: buffers are no reason to refuse what was agreed (R38). The ledgers decide it once more.
 */
export async function overlapsOf(
  { ledgers }: Pick<Core, 'ledgers'>,
  { now }: Context,
  drafts: readonly BookingDraft[],
): Promise<CheckOverlap> {
  const daysOf = new Map<string, Set<string>>();
  for (const { head, session, takesTime } of drafts.filter((draft) => draft.takesTime)) {
    const days = daysOf.get(head.id) ?? new Set();
    if (takesTime) for (const day of utcDays(session.start, session.end)) days.add(day);
    daysOf.set(head.id, days);
  }
  const taken = new Map<string, Taken[]>();
  for (const [coachId, days] of daysOf) {
    const { claims } = await ledgers.read(coachId, [...days]);
    const counting = claims.filter((claim: Claim) => !isRunOut(claim, now));
    taken.set(
      coachId,
      counting.map(({ start, end, owner }) => ({ start, end, owner: owner.id })),
    );
  }
  return ({ head, session, takesTime }, { row, ownId }) => {
    const others = taken.get(head.id);
    if (!takesTime || !others) return;
    const other = others.find((one) => overlaps(one, session) && (one.owner === undefined || one.owner !== ownId));
    if (other) {
      const whose =
        other.row === undefined
          ? `Coach ${head.slug} has a session`
          : `Row ${other.row} has a session of coach ${head.slug}`;
      throw new RowRefusal('start', 'SLOT_TAKEN', `${whose} at this time.`);
    }
    others.push({ start: session.start, end: session.end, row });
  };
}

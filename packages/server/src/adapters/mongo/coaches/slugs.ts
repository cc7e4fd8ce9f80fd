import { Schema, type Connection } from 'mongoose';
import type { Instant } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import type { CoachHead } from '../../../domain/coach/coach.ts';
import { slugKeyOf, type SlugSpace } from '../../../domain/coach/slug.ts';
import type { LedgerScope } from '../../../application/ports/ledgers.ts';
import { unlessDuplicate } from '../rows/duplicate-key.ts';
import { scopeFields } from '../rows/schema-parts.ts';

/** The owner of a slug. Valid only while the head of that coach carries it too: a crash leaves strays. */
export interface SlugRow extends LedgerScope {
  /**
   * The slug of a live coach, or `test:<partnerId>:<slug>`: the only field of the collection's shard key. A test slug
   * of an earlier release is the slug alone.
   */
  readonly _id: string;
  readonly coachId: string;
  /** Real time. Changes with every claim, also of the same coach, so that it distinguishes successive claims. */
  readonly claimedAt: Date;
}

export interface SlugClaim extends SlugRow {
  /** The slug was free or a stray. Otherwise an earlier writer of this coach claimed it, and may still need it. */
  readonly isNew: boolean;
}

/**
 * Milliseconds after which a claim whose coach does not carry the slug is a stray: nothing between claim and head takes
 * so long.
 */
export const STRAY_AFTER = 2 * MINUTE;

const slugSchema = new Schema<SlugRow>(
  {
    _id: { type: String, required: true },
    ...scopeFields,
    coachId: { type: String, required: true },
    claimedAt: { type: Date, required: true },
  },
  { collection: 'slugs', versionKey: false, id: false, autoIndex: false, strict: 'throw' },
);

/** Returns the slug of a row. */
export function slugOfRow({ _id }: Pick<SlugRow, '_id'>): string {
  return _id.slice(_id.lastIndexOf(':') + 1);
}

/** Slugs as claims, each taken before a head carries it and given up after. */
export interface Slugs {
  /** Returns the claims of the slug: one of a live coach, and two at most of test coaches, one in each form. */
  find(space: SlugSpace, slug: string): Promise<readonly SlugRow[]>;
  /**
   * Returns this slug and those that continue it with a hyphen, as far as they are taken; strays too, since only a
   * claim replaces them.
   */
  like(space: SlugSpace, slug: string): Promise<readonly string[]>;
  /** Returns null when it is another coach's, or was a moment ago. */
  claim(head: CoachHead): Promise<SlugClaim | null>;
  /**
   * Confirms the claim once the head carries it: false when another coach took the slug meanwhile, and true for good
   * otherwise.
   */
  confirm(claim: SlugClaim): Promise<boolean>;
  /** Removes the slug unless it was claimed again since. */
  giveBack(row: SlugRow): Promise<void>;
}

/**
 * Opens the collection `slugs` of a connection. `isWithout` returns whether a coach does not carry a slug and, if so,
 * also stops every change of the head that began before: only then may the slug go to another. As long as
 * `areTestSlugsSeparate` returns false, test slugs are written as earlier releases do, which may still run: beside the
 * live ones, over all partners. Both forms are always read.
 */
export function createSlugs(
  connection: Connection,
  isWithout: (coachId: string, slug: string) => Promise<boolean>,
  areTestSlugsSeparate: () => boolean,
  realNow: () => Instant,
): Slugs {
  const model = connection.model<SlugRow>('Slug', slugSchema);
  const at = (_id: string) => model.findById(_id).lean<SlugRow>().exec();
  /** Returns the form that is written, and after it the other form that a slug may have. */
  const formsOf = (space: SlugSpace, slug: string): readonly [string, ...string[]] => {
    if (space.mode === 'live') return [slug];
    const separateKey = slugKeyOf(space, slug);
    return areTestSlugsSeparate() ? [separateKey, slug] : [slug, separateKey];
  };
  const within = (space: SlugSpace) =>
    space.mode === 'live' ? { mode: space.mode } : { mode: space.mode, partnerId: space.partnerId };
  const find: Slugs['find'] = (space, slug) =>
    model
      .find({ _id: { $in: [...formsOf(space, slug)] }, ...within(space) })
      .lean<SlugRow[]>()
      .exec();
  const exactly = ({ _id, coachId, claimedAt }: SlugRow) => ({ _id, coachId, claimedAt });
  /** Replaces one claim by the next by compare-and-set. Never at the same instant, whatever the clocks show. */
  const passTo = async (owner: LedgerScope & { readonly coachId: string }, old: SlugRow): Promise<SlugRow | null> => {
    const next = { ...owner, claimedAt: new Date(Math.max(realNow(), old.claimedAt.getTime() + 1)) };
    const { matchedCount } = await model.updateOne(exactly(old), { $set: next }, { runValidators: true }).exec();
    return matchedCount === 1 ? { _id: old._id, ...next } : null;
  };
  const isStray = async (row: SlugRow): Promise<boolean> =>
    realNow() - row.claimedAt.getTime() >= STRAY_AFTER && (await isWithout(row.coachId, slugOfRow(row)));
  const remove = async (row: SlugRow): Promise<boolean> =>
    (await model.deleteOne(exactly(row)).exec()).deletedCount === 1;

  /** Claims the slug; returns null when it is another coach's. */
  const claimAs = async (_id: string, owner: LedgerScope & { readonly coachId: string }): Promise<SlugClaim | null> => {
    for (;;) {
      const row: SlugRow = { _id, ...owner, claimedAt: new Date(realNow()) };
      if (await unlessDuplicate(model.insertOne(row), null)) return { ...row, isNew: true };
      const old = await at(_id);
      // Given back between the two, or claimed again below: read again.
      if (!old) continue;
      const isOwn = old.coachId === owner.coachId;
      if (!isOwn && !(await isStray(old))) return null;
      const passed = await passTo(owner, old);
      if (passed) return { ...passed, isNew: !isOwn };
    }
  };
  /**
   * Returns the owner of the same partner who has it in the other form, or null. One without a head is removed, so that
   * its slow writer fails.
   */
  const rivalOf = async (claim: SlugClaim, other: string): Promise<SlugRow | null> => {
    for (;;) {
      const rival = await at(other);
      if (rival?.mode !== claim.mode || rival.partnerId !== claim.partnerId) return null;
      if (rival.coachId === claim.coachId || !(await isStray(rival))) return rival;
      await remove(rival);
    }
  };

  return {
    find,
    async like(space, slug) {
      // `.` comes right after `-`, so this is a range of the index and no pattern.
      const from = (start: string) => [{ _id: start }, { _id: { $gte: `${start}-`, $lt: `${start}.` } }];
      const [written, other] = formsOf(space, slug);
      const others = other === undefined ? [] : from(other).map((range) => ({ ...range, ...within(space) }));
      const rows = await model
        .find({ $or: [...from(written), ...others] }, { _id: 1 })
        .lean<Pick<SlugRow, '_id'>[]>()
        .exec();
      return rows.map(slugOfRow);
    },
    async claim(head) {
      const { id: coachId, partnerId, mode, slug } = head;
      const [written, other] = formsOf(head, slug);
      const claim = await claimAs(written, { partnerId, mode, coachId });
      if (!claim || other === undefined) return claim;
      // Each writes one form before it reads the other, so that of two writers of different forms at least one sees the
      // other.
      const rival = await rivalOf(claim, other);
      if (!rival) return claim;
      if (rival.coachId === coachId) return { ...claim, isNew: false };
      if (claim.isNew) await remove(claim);
      return null;
    },
    async confirm({ coachId, ...claim }) {
      for (;;) {
        // It may have been written in the other form meanwhile.
        const row = (await find(claim, slugOfRow(claim))).find((each) => each.coachId === coachId);
        if (!row) return false;
        // A writer that found it a stray before the head existed compares with the claim as it was, and so loses.
        if (await passTo({ partnerId: row.partnerId, mode: row.mode, coachId }, row)) return true;
      }
    },
    async giveBack(row) {
      await remove(row);
    },
  };
}

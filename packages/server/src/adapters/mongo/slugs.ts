import { Schema, type Connection } from 'mongoose';
import { MINUTE } from '../../domain/time/units.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import type { LedgerScope } from '../../application/ports/ledgers.ts';
import { unlessDuplicate } from './duplicate-key.ts';
import { scopeFields } from './schema-parts.ts';

/** Whose a slug is. True only while the head of that coach carries it too: a crash leaves strays. */
export interface SlugRow extends LedgerScope {
  /** The slug: global, so that this collection may be sharded by it. */
  readonly _id: string;
  readonly coachId: string;
  /** Real time. Moves with every claim, also of the same coach, so that it tells one claim from the next. */
  readonly claimedAt: Date;
}

export interface SlugClaim extends SlugRow {
  /** The slug was free or a stray. Else an earlier writer of this coach claimed it, who may still need it. */
  readonly isNew: boolean;
}

/** A claim older than this, whose coach does not carry the slug, is a stray: nothing between claim and head takes so long. */
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

/** Slugs as claims, each taken before a head carries it and given up after. */
export interface Slugs {
  find(slug: string): Promise<SlugRow | null>;
  /** This slug and those that go on with a hyphen; strays too, since only a claim takes them over. */
  like(slug: string): Promise<readonly string[]>;
  /** Null when it is another coach's, or was a moment ago. */
  claim(head: CoachHead): Promise<SlugClaim | null>;
  /** Once the head carries it: false when another coach took it over meanwhile, and true for good otherwise. */
  confirm(claim: SlugClaim): Promise<boolean>;
  /** Removes the slug if it was not claimed again since. */
  giveBack(row: SlugRow): Promise<void>;
}

/**
 * The collection `slugs` of an open connection. `isWithout` says that a coach does not carry a slug and, if so, also stops every change of
 * the head that began before: only then may the slug go to another.
 */
export const createSlugs = (
  connection: Connection,
  isWithout: (coachId: string, slug: string) => Promise<boolean>,
  realNow: () => number,
): Slugs => {
  const model = connection.model<SlugRow>('Slug', slugSchema);
  const find = (slug: string) => model.findById(slug).lean<SlugRow>().exec();
  const exactly = ({ _id, coachId, claimedAt }: SlugRow) => ({ _id, coachId, claimedAt });
  /** Compare-and-set of one claim for the next. Never the same instant, whatever the clocks say. */
  const passTo = async (owner: LedgerScope & { readonly coachId: string }, old: SlugRow): Promise<SlugRow | null> => {
    const next = { ...owner, claimedAt: new Date(Math.max(realNow(), old.claimedAt.getTime() + 1)) };
    const { matchedCount } = await model.updateOne(exactly(old), { $set: next }, { runValidators: true }).exec();
    return matchedCount === 1 ? { _id: old._id, ...next } : null;
  };
  const isStray = async ({ _id, coachId, claimedAt }: SlugRow): Promise<boolean> =>
    realNow() - claimedAt.getTime() >= STRAY_AFTER && (await isWithout(coachId, _id));

  return {
    find,
    async like(slug) {
      // `.` comes right after `-`, so this is a range of the index and no pattern.
      const filter = { $or: [{ _id: slug }, { _id: { $gte: `${slug}-`, $lt: `${slug}.` } }] };
      const rows = await model.find(filter, { _id: 1 }).lean<Pick<SlugRow, '_id'>[]>().exec();
      return rows.map(({ _id }) => _id);
    },
    async claim({ id: coachId, partnerId, mode, slug }) {
      const owner = { partnerId, mode, coachId };
      for (;;) {
        const row: SlugRow = { _id: slug, ...owner, claimedAt: new Date(realNow()) };
        if (await unlessDuplicate(model.insertOne(row), null)) return { ...row, isNew: true };
        const old = await find(slug);
        // Given back between the two, or claimed again below: look again.
        if (!old) continue;
        const isOwn = old.coachId === coachId;
        if (!isOwn && !(await isStray(old))) return null;
        const passed = await passTo(owner, old);
        if (passed) return { ...passed, isNew: !isOwn };
      }
    },
    async confirm({ _id, partnerId, mode, coachId }) {
      for (;;) {
        const row = await find(_id);
        if (row?.coachId !== coachId) return false;
        // Who found it a stray before the head was there compares with the claim as it was, and so loses.
        if (await passTo({ partnerId, mode, coachId }, row)) return true;
      }
    },
    async giveBack(row) {
      await model.deleteOne(exactly(row)).exec();
    },
  };
};

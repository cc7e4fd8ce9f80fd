import type { Connection, QueryFilter } from 'mongoose';
import { systemNow, type Instant } from '@coach-booking/time/instant';
import { headLedger } from '../../../domain/booking/claim.ts';
import type { CoachHead } from '../../../domain/coach/coach.ts';
import type { Coaches, CoachPosition, CoachQuery } from '../../../application/ports/coaches.ts';
import { counted, MAX_COUNTED } from '../../../application/kernel/counts.ts';
import { BATCH } from '../rows/batch.ts';
import { unlessDuplicate } from '../rows/duplicate-key.ts';
import { headOf, rowOfHead, specialtyKeyOf } from './head-rows.ts';
import { headSchema } from './head-schema.ts';
import { replaceKnown } from '../rows/known-fields.ts';
import type { HeadRow } from '../ledgers/ledger-rows.ts';
import { makeIndexes } from '../connection/make-indexes.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { createSlugs, slugOfRow, type SlugClaim } from './slugs.ts';

type Filter = QueryFilter<HeadRow>;

const listed = ({ partnerId, mode, active, specialty }: CoachQuery): Filter => ({
  partnerId,
  mode,
  kind: 'head',
  // Both by name, so that the index is still walked in order.
  active: active ?? { $in: [true, false] },
  deletedAt: { $exists: false },
  ...(specialty !== undefined && { specialtyKeys: specialtyKeyOf(specialty) }),
});

const behind = ({ nameKey, id }: CoachPosition): Filter => ({
  $or: [{ nameKey: { $gt: nameKey } }, { nameKey, _id: { $gt: headLedger(id) } }],
});

/**
 * Fault points at which a test stops a writer, or ends it by throwing: between claim and head, and before what follows
 * the head.
 */
export interface SlugFaults {
  at(step: 'slug.claimed' | 'slug.carried'): Promise<void>;
}

const noSlugFaults: SlugFaults = { at: () => Promise.resolve() };

/**
 * Stores the heads, one document each among the ledgers. A slug is claimed in `slugs` before a head carries it;
 * `areTestSlugsSeparate` returns whether every process that has the store open treats test slugs as one partner's each.
 */
export async function createMongoCoaches(
  connection: Connection,
  sealing: Sealing,
  areTestSlugsSeparate: () => boolean,
  realNow: () => Instant = systemNow,
  faults: SlugFaults = noSlugFaults,
): Promise<Coaches> {
  const model = connection.model<HeadRow>('Coach', headSchema);
  await makeIndexes(connection, model);

  const { seal, openLazily } = sealing.of('day_ledgers');
  const opened = (row: HeadRow): CoachHead => headOf(row, openLazily);

  const carried = (coachId: string) =>
    model.findById(headLedger(coachId), { slug: 1, version: 1 }).lean<Pick<HeadRow, 'slug' | 'version'>>().exec();
  /**
   * Increments the version, so that a writer that began to write this slug into the head before loses. Without a head
   * there is no one to stop.
   */
  const isWithout = async (coachId: string, slug: string): Promise<boolean> => {
    const head = await carried(coachId);
    if (!head || head.slug === slug) return !head;
    const filter = { _id: headLedger(coachId), version: head.version };
    return (await model.updateOne(filter, { $inc: { version: 1 } }).exec()).matchedCount === 1;
  };
  const slugs = createSlugs(connection, isWithout, areTestSlugsSeparate, realNow);

  /**
   * Gives back a claim that was not used, unless another writer of this coach claimed it too, or has written it by now.
   */
  const giveBack = async (claim: SlugClaim): Promise<void> => {
    if (claim.isNew && (await carried(claim.coachId))?.slug !== slugOfRow(claim)) await slugs.giveBack(claim);
  };
  const write = (filter: Filter, head: CoachHead): Promise<boolean> =>
    replaceKnown(model, filter, rowOfHead(head), { seal });

  /** Replaces a head like `replace`, when the slug is new too. */
  const rename = async (head: CoachHead, expectedVersion: number): ReturnType<Coaches['replace']> => {
    const before = await carried(head.id);
    if (before?.version !== expectedVersion) return 'stale';
    // Read before the head is written: a writer that wants it back later claims it again, and then it is not removed.
    const old = await slugs.find(head, before.slug);
    const claim = await slugs.claim(head);
    if (!claim) return 'slug_taken';
    await faults.at('slug.claimed');
    if (!(await write({ _id: headLedger(head.id), version: expectedVersion }, head))) {
      await giveBack(claim);
      return 'stale';
    }
    await faults.at('slug.carried');
    for (const row of old) if (row.coachId === head.id) await slugs.giveBack(row);
    return 'replaced';
  };

  return {
    async byId(id) {
      const row = await model.findById(headLedger(id)).lean<HeadRow>().exec();
      return row && opened(row);
    },
    async idOfSlug(space, slug) {
      for (const { coachId } of await slugs.find(space, slug))
        if ((await carried(coachId))?.slug === slug) return coachId;
      return null;
    },
    slugsLike: slugs.like,
    async list(query) {
      const filter = listed(query);
      const page = query.after ? { $and: [filter, behind(query.after)] } : filter;
      const [rows, total] = await Promise.all([
        model.find(page).sort({ nameKey: 1, _id: 1 }).limit(query.limit).lean<HeadRow[]>().exec(),
        model.countDocuments(filter, { limit: MAX_COUNTED + 1 }).exec(),
      ]);
      return { coaches: rows.map(opened), ...counted(total) };
    },
    async withReachableStaff({ partnerId, mode }) {
      const filter = { partnerId, mode, kind: 'head', 'staff.email': { $exists: true } } as Filter;
      return (await model.find(filter).lean<HeadRow[]>().exec()).map(opened);
    },
    async withNewReminders(limit, scope) {
      const of = scope && { partnerId: scope.partnerId, mode: scope.mode };
      const filter = { ...of, remindersSince: { $gt: 0 } } as Filter;
      return (await model.find(filter).sort({ remindersSince: 1 }).limit(limit).lean<HeadRow[]>().exec()).map(opened);
    },
    async remindersMade(id, since) {
      await model
        .updateOne({ _id: headLedger(id), remindersSince: since } as Filter, { $unset: { remindersSince: true } })
        .exec();
    },
    async *everywhere() {
      const found = model.find({ kind: 'head', deletedAt: { $exists: false } }).lean<HeadRow[]>();
      for await (const row of found.cursor({ batchSize: BATCH }) as AsyncIterable<HeadRow>) yield opened(row);
    },
    async insert(head) {
      // A head that the schema refuses must not cost a slug.
      await new model(rowOfHead(head)).validate();
      const claim = await slugs.claim(head);
      if (!claim) return (await carried(head.id)) ? 'id_taken' : 'slug_taken';
      await faults.at('slug.claimed');
      if (!(await unlessDuplicate(model.insertOne(seal(rowOfHead(head))), null))) {
        await giveBack(claim);
        return 'id_taken';
      }
      await faults.at('slug.carried');
      if (await slugs.confirm(claim)) return 'inserted';
      // Too slow: the slug is another coach's, and this coach was not acknowledged yet. A head that has changed since
      // stays.
      const { deletedCount } = await model
        .deleteOne({ _id: headLedger(head.id), version: head.version, slug: head.slug })
        .exec();
      return deletedCount === 1 ? 'slug_taken' : 'inserted';
    },
    async replace(head, expectedVersion) {
      const isWritten = await write({ _id: headLedger(head.id), version: expectedVersion, slug: head.slug }, head);
      return isWritten ? 'replaced' : rename(head, expectedVersion);
    },
  };
}

import type { LedgerScope } from '../../../application/ports/ledgers.ts';
import type { Migration } from './migration.ts';

/** Once this is open, a test slug is written as one of its partner's. */
export const SEPARATE_TEST_SLUGS = 'test-slugs-apart';

interface Row extends LedgerScope {
  readonly _id: string;
  readonly coachId: string;
  readonly claimedAt: Date;
}

const separateId = ({ _id, partnerId }: Row): string => `test:${partnerId}:${_id}`;

/** S26: migrates test slugs from before each partner had a name space, when they were among the live ones. */
export const separateTestSlugs: Migration = {
  name: SEPARATE_TEST_SLUGS,
  phase: 'contract',
  async run({ collection, eachBatch }) {
    const slugs = collection<Row>('slugs');
    await eachBatch<Row>('slugs', ['partnerId', 'mode', 'coachId', 'claimedAt'], async (rows) => {
      const old = rows.filter(({ _id, mode }) => mode === 'test' && !_id.includes(':'));
      if (old.length === 0) return;
      // Found by its new name before the old one is removed.
      const copies = old.map((row) => {
        const { _id: _, ...claim } = row;
        return { updateOne: { filter: { _id: separateId(row) }, update: { $setOnInsert: claim }, upsert: true } };
      });
      await slugs.bulkWrite(copies, { ordered: false });
      const there = await slugs.find({ _id: { $in: old.map(separateId) } }).toArray();
      const ownerOf = new Map(there.map(({ _id, coachId }) => [_id, coachId]));
      // Where another coach of the partner was about to claim it, that one is refused as long as this stays in its old
      // form.
      const moved = old.filter((row) => ownerOf.get(separateId(row)) === row.coachId);
      const removals = moved.map(({ _id, coachId }) => ({
        deleteOne: { filter: { _id, coachId, mode: 'test' as const } },
      }));
      if (removals.length > 0) await slugs.bulkWrite(removals, { ordered: false });
    });
  },
};

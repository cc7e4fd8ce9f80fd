import type { Migration } from './migration.ts';

interface Row {
  readonly _id: string;
  readonly coachIds?: readonly string[];
}

/** Migrates leads from before they had a source, coaches and coaches' notes. */
export const leadCoaches: Migration = {
  name: 'lead-coaches',
  phase: 'expand',
  async run({ collection, eachBatch }) {
    await eachBatch<Row>('leads', ['coachIds'], async (rows) => {
      const ids = rows.flatMap(({ _id, coachIds }) => (coachIds ? [] : [_id]));
      const empty = { source: 'direct', coachIds: [], marks: [], marksVersion: 0 };
      if (ids.length > 0)
        await collection<Row>('leads').updateMany({ _id: { $in: ids }, coachIds: { $exists: false } }, { $set: empty });
    });
  },
};

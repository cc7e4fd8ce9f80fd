import { nameKeyOf } from '../../../application/ports/coaches.ts';
import type { Migration } from './migration.ts';

interface Row {
  readonly _id: string;
  readonly name: string;
  readonly nameKey?: string;
}

/** Migrates accounts from before they could be searched: they get the key that sorts lists. */
export const userNameKeys: Migration = {
  name: 'user-name-keys',
  phase: 'expand',
  async run({ collection, eachBatch }) {
    await eachBatch<Row>('users', ['name', 'nameKey'], async (rows) => {
      const writes = rows
        .filter(({ nameKey }) => nameKey === undefined)
        // Compared with the name, since another process may change it at this moment.
        .map(({ _id, name }) => ({
          updateOne: { filter: { _id, name }, update: { $set: { nameKey: nameKeyOf(name) } } },
        }));
      if (writes.length > 0) await collection<Row>('users').bulkWrite(writes, { ordered: false });
    });
  },
};

import { nameKeyOf } from '../../../application/ports/coaches.ts';
import type { Migration } from './migration.ts';

interface Row {
  readonly _id: string;
  readonly name: string;
  readonly nameKey?: string;
}

/** Accounts of before they could be searched get the key that lists are sorted by. */
export const userNameKeys: Migration = {
  name: 'user-name-keys',
  phase: 'expand',
  async run({ collection, eachBatch }) {
    await eachBatch<Row>('users', ['name', 'nameKey'], async (rows) => {
      const writes = rows
        .filter(({ nameKey }) => nameKey === undefined)
        // Compared with the name, since somebody may change it at this moment.
        .map(({ _id, name }) => ({
          updateOne: { filter: { _id, name }, update: { $set: { nameKey: nameKeyOf(name) } } },
        }));
      if (writes.length > 0) await collection<Row>('users').bulkWrite(writes, { ordered: false });
    });
  },
};

import type { Connection } from 'mongoose';
import { MAX_SETUP_CODES, type SetupCodes } from '../../../application/ports/setup-codes.ts';
import { unlessDuplicate } from '../rows/duplicate-key.ts';

interface SetupRow {
  readonly _id: 'codes';
  readonly hashes: readonly string[];
}

const which = { _id: 'codes' } as const;

/** Reads and writes the one document of the collection `setup`. */
export function createMongoSetupCodes(connection: Connection): SetupCodes {
  const rows = connection.collection<SetupRow>('setup');
  const all = async () => (await rows.findOne(which))?.hashes ?? [];
  return {
    async add(hash) {
      const push = { $push: { hashes: { $each: [hash], $slice: -MAX_SETUP_CODES } } };
      const write = () => rows.updateOne(which, push, { upsert: true });
      // Another process made the document at this moment, so it exists now.
      if (!(await unlessDuplicate(write(), null))) await write();
    },
    all,
    async use(hash) {
      return (await rows.updateOne({ ...which, hashes: hash }, { $set: { hashes: [] } })).modifiedCount === 1;
    },
  };
}

import type { Connection } from 'mongoose';
import type { VapidKeys, VapidPair } from '../../../application/ports/push.ts';
import { unlessDuplicate } from '../rows/duplicate-key.ts';
import type { Sealing } from '../sealing/sealing.ts';

/** The one document of the collection `push_keys`: of the server, so of no partner. */
type PairRow = VapidPair & { readonly _id: 'vapid'; readonly partnerId: '' };

const ID = 'vapid';

/** Opens the collection `push_keys` of a connection. The private key is stored sealed. */
export function createMongoVapidKeys(connection: Connection, sealing: Sealing): VapidKeys {
  const rows = connection.collection<PairRow>('push_keys');
  const { seal, open } = sealing.of('push_keys');
  return {
    async agree({ publicKey, privateKey }) {
      const before = await rows.findOne({ _id: ID });
      if (!before)
        await unlessDuplicate(rows.insertOne(seal<PairRow>({ _id: ID, partnerId: '', publicKey, privateKey })), null);
      const stored = open((before ?? (await rows.findOne({ _id: ID }))) as PairRow);
      return { publicKey: stored.publicKey, privateKey: stored.privateKey };
    },
  };
}

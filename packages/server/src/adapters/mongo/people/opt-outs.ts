import { createHmac, randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { LedgerScope } from '../../../application/ports/ledgers.ts';
import type { OptOutContact, OptOutKind, OptOuts } from '../../../application/ports/opt-outs.ts';
import { unlessDuplicate } from '../rows/duplicate-key.ts';
import type { Sealing } from '../sealing/sealing.ts';

interface OptOutRow extends LedgerScope {
  /** The HMAC of partner, mode, channel and address. */
  readonly _id: string;
  readonly channel: OptOutContact['channel'];
  /** Each with the moment at which it was first said. */
  readonly kinds: Readonly<Partial<Record<OptOutKind, Date>>>;
}

interface KeyRow {
  readonly _id: string;
  /** Of all partners. */
  readonly partnerId: '';
  readonly secret: string;
}

const KEY_NAME = 'opt-outs';

/**
 * Opens the collection `opt_outs` of a connection: what contacts want no more, by a keyed hash of each. There are few
 * phone numbers, so a plain hash could be guessed. The key lies sealed in `opt_out_keys` and is made with the first
 * row: one that was derived from an encryption key would go with it, and every opt-out too.
 */
export function createMongoOptOuts(connection: Connection, sealing: Sealing): OptOuts {
  const rows = connection.collection<OptOutRow>('opt_outs');
  const keys = connection.collection<KeyRow>('opt_out_keys');
  const { seal, open } = sealing.of('opt_out_keys');
  let known: Promise<string> | undefined;

  const readSecret = async (): Promise<string> => {
    const made: KeyRow = { _id: KEY_NAME, partnerId: '', secret: randomBytes(32).toString('base64url') };
    const find = () => keys.findOne({ _id: KEY_NAME });
    const stored = (await find()) ?? ((await unlessDuplicate(keys.insertOne(seal(made)), null)) && made);
    // Another process was faster.
    return open((stored ?? (await find())) as KeyRow).secret;
  };
  const secret = (): Promise<string> => {
    known ??= readSecret().catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  const idOf = async ({ partnerId, mode }: LedgerScope, { channel, address }: OptOutContact): Promise<string> =>
    createHmac('sha256', await secret())
      .update(JSON.stringify([partnerId, mode, channel, address]))
      .digest('base64url');

  return {
    async of(scope, contact) {
      const row = await rows.findOne({ _id: await idOf(scope, contact) });
      return new Set(Object.keys(row?.kinds ?? {}) as OptOutKind[]);
    },
    async add(scope, contact, kind, at) {
      const _id = await idOf(scope, contact);
      const { partnerId, mode } = scope;
      const write = () =>
        rows.updateOne(
          { _id },
          {
            $setOnInsert: { partnerId, mode, channel: contact.channel },
            $min: { [`kinds.${kind}`]: new Date(at) } as object,
          },
          { upsert: true },
        );
      // Of two first writers the key refuses one, for which the document exists then.
      if ((await unlessDuplicate(write(), null)) === null) await write();
    },
    async remove(scope, contact, kind) {
      await rows.updateOne(
        { _id: await idOf(scope, contact) },
        { $unset: { [`kinds.${kind}`]: true } as Record<string, true> },
      );
    },
  };
}

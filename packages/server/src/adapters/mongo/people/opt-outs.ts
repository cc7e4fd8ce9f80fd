import { createHmac, randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import { instant } from '@coach-booking/time/instant';
import type { LedgerScope } from '../../../application/ports/ledgers.ts';
import type { OptOut, OptOutContact, OptOutKind, OptOuts } from '../../../application/ports/opt-outs.ts';
import { makeUnlessMade } from '../connection/make-indexes.ts';
import { unlessDuplicate } from '../rows/duplicate-key.ts';
import type { Sealing } from '../sealing/sealing.ts';

interface OptOutRow extends LedgerScope {
  /** The HMAC of partner, mode, channel and address. */
  readonly _id: string;
  readonly channel: OptOutContact['channel'];
  /** Each with the moment of the first opt-out. */
  readonly kinds: Readonly<Partial<Record<OptOutKind, Date>>>;
}

interface KeyRow {
  readonly _id: string;
  /** Of all partners. */
  readonly partnerId: '';
  readonly secret: string;
}

/** One opt-out of a row. */
interface OptOutPart {
  readonly hash: string;
  readonly channel: OptOutContact['channel'];
  readonly kind: OptOutKind;
  readonly since: Date;
}

const KEY_NAME = 'opt-outs';

/** Finds the rows of a partner for the list. */
const INDEX = { partnerId: 1, mode: 1 } as const;

const partsOf = ({ _id, channel, kinds }: OptOutRow): OptOutPart[] =>
  Object.entries(kinds).map(([kind, since]) => ({ hash: _id, channel, kind: kind as OptOutKind, since }));

const read = ({ hash, channel, kind, since }: OptOutPart): OptOut => ({
  id: `${hash}.${kind}`,
  channel,
  kind,
  since: instant(since.getTime()),
});

const newestFirst = (a: OptOut, b: OptOut): number => b.since - a.since || (a.id < b.id ? -1 : 1);

/** Returns the hash and the kind in the id of an opt-out. */
const inId = (id: string): readonly [hash: string, kind: string] => {
  const at = id.lastIndexOf('.');
  return [id.slice(0, at), id.slice(at + 1)];
};

/**
 * Opens the collection `opt_outs` of a connection: what contacts want no more, by a keyed hash of each. There are few
 * phone numbers, so a plain hash could be guessed. The key lies sealed in `opt_out_keys` and is made with the first
 * row: one that was derived from an encryption key would go with it, and every opt-out too. Creates the index of the
 * list.
 */
export async function createMongoOptOuts(connection: Connection, sealing: Sealing): Promise<OptOuts> {
  const rows = connection.collection<OptOutRow>('opt_outs');
  const keys = connection.collection<KeyRow>('opt_out_keys');
  const { seal, open } = sealing.of('opt_out_keys');
  await makeUnlessMade(connection, 'opt_outs', [INDEX], () => rows.createIndex(INDEX));
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
    async allOf(scope, contact) {
      const row = await rows.findOne({ _id: await idOf(scope, contact) });
      return row ? partsOf(row).map(read).sort(newestFirst) : [];
    },
    async list({ partnerId, mode, after, limit }) {
      const behind = after && {
        $or: [{ since: { $lt: new Date(after.since) } }, { since: new Date(after.since), id: { $gt: after.id } }],
      };
      const found = await rows
        .aggregate<OptOutPart>([
          { $match: { partnerId, mode } },
          { $project: { channel: 1, said: { $objectToArray: '$kinds' } } },
          { $unwind: '$said' },
          {
            $project: {
              hash: '$_id',
              channel: 1,
              kind: '$said.k',
              since: '$said.v',
              id: { $concat: ['$_id', '.', '$said.k'] },
            },
          },
          ...(behind ? [{ $match: behind }] : []),
          { $sort: { since: -1, id: 1 } },
          { $limit: limit },
        ])
        .toArray();
      return found.map(read);
    },
    async byId({ partnerId, mode }, id) {
      const [_id, kind] = inId(id);
      const row = await rows.findOne({ _id, partnerId, mode });
      const part = row && partsOf(row).find((one) => one.kind === kind);
      return part ? read(part) : null;
    },
    async removeById({ partnerId, mode }, id) {
      const [_id, kind] = inId(id);
      if (!/^\w+$/.test(kind)) return false;
      const filter = { _id, partnerId, mode, [`kinds.${kind}`]: { $exists: true } };
      const { modifiedCount } = await rows.updateOne(filter, {
        $unset: { [`kinds.${kind}`]: true } as Record<string, true>,
      });
      return modifiedCount > 0;
    },
  };
}

import type { mongo } from 'mongoose';
import type { Migration } from './migration.ts';

interface Row {
  readonly _id: string;
  readonly outbox?: readonly { readonly id: string }[];
}

/** The one document of the collection `outbox_state`: from when on events are announced. Real time. */
interface StateRow {
  readonly _id: 'read_from';
  readonly at: Date;
}

const SECOND = 1000;
const HEX = 16;

/**
 * Returns the lowest id of an event from this instant on. Ids begin with the second of real time at which they were
 * made; the event's own time may be a test's.
 */
const firstIdAt = (instant: Date): string =>
  Math.floor(instant.getTime() / SECOND)
    .toString(HEX)
    .padStart(8, '0')
    .padEnd(24, '0');

/**
 * R6: the outboxes of the first release were not read, so they hold every event there ever was. Those from before this
 * migration are removed without messages; the instant is noted when it first runs, so that a later run leaves the
 * events that older processes have written since.
 */
export const unreadOutboxes: Migration = {
  name: 'unread-outboxes',
  phase: 'expand',
  async run({ collection, eachBatch, realNow }) {
    const state = collection<StateRow>('outbox_state');
    await state.updateOne({ _id: 'read_from' }, { $setOnInsert: { at: new Date(realNow()) } }, { upsert: true });
    const { at } = (await state.findOne({ _id: 'read_from' })) as StateRow;
    const firstId = firstIdAt(at);
    await eachBatch<Row>('bookings', ['outbox'], async (rows) => {
      const old = rows.flatMap(({ _id, outbox = [] }) => {
        const ids = outbox.map(({ id }) => id).filter((id) => id < firstId);
        return ids.length > 0 ? [{ _id, ids }] : [];
      });
      if (old.length === 0) return;
      const writes = old.map(({ _id, ids }) => ({
        updateOne: { filter: { _id }, update: { $pull: { outbox: { id: { $in: ids } } } } as mongo.UpdateFilter<Row> },
      }));
      await collection<Row>('bookings').bulkWrite(writes, { ordered: false });
    });
  },
};

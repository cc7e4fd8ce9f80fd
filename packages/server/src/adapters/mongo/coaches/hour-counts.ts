import type { Connection } from 'mongoose';
import type { HourCountsStore } from '../../../application/ports/hour-counts.ts';
import type { LedgerScope } from '../../../application/ports/ledgers.ts';
import { weightAt, type HourCounts } from '../../../domain/recommend/hour-counts.ts';
import { countsOf, hourKey, hoursOfKeys } from '../../../domain/recommend/hour-key.ts';

interface CountsRow {
  /** The coach; or partner and mode, of whose coaches it is the sum. */
  readonly _id: string;
  /** By hour of the week; of a partner one, `all`. Weighted by their time. */
  readonly hours?: Readonly<Record<string, Partial<HourCounts>>>;
}

const partnerRow = ({ partnerId, mode }: LedgerScope): string => `${partnerId} ${mode}`;

/** Opens the collection `hour_counts` of a connection, which is read by id alone. */
export function createMongoHourCounts(connection: Connection): HourCountsStore {
  const rows = connection.collection<CountsRow>('hour_counts');
  return {
    async add(scope, coachId, hours, { count, by, at }) {
      if (hours.length === 0) return;
      const weight = by * weightAt(at);
      const ofCoach = Object.fromEntries(hours.map((hour) => [`hours.${hourKey(hour)}.${count}`, weight]));
      const ofPartner = { [`hours.all.${count}`]: weight * hours.length };
      await rows.bulkWrite(
        [
          { updateOne: { filter: { _id: coachId }, update: { $inc: ofCoach }, upsert: true } },
          { updateOne: { filter: { _id: partnerRow(scope) }, update: { $inc: ofPartner }, upsert: true } },
        ],
        { ordered: false },
      );
    },
    async of(scope, coachId, now) {
      const found = await rows.find({ _id: { $in: [coachId, partnerRow(scope)] } }).toArray();
      const hoursOf = (id: string) => found.find(({ _id }) => _id === id)?.hours ?? {};
      const by = 1 / weightAt(now);
      return {
        hours: hoursOfKeys(hoursOf(coachId), by),
        partner: countsOf(hoursOf(partnerRow(scope))['all'] ?? {}, by),
      };
    },
  };
}

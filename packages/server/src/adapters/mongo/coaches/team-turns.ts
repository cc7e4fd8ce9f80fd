import type { Connection } from 'mongoose';
import { instant } from '@coach-booking/time/instant';
import type { LedgerScope } from '../../../application/ports/ledgers.ts';
import type { TeamTurns } from '../../../application/ports/team-turns.ts';

type TurnRow = LedgerScope & { readonly _id: string; readonly chosenAt: Date };

/** Opens the collection `team_turns` of a connection, one document per coach, which is read by id alone. */
export function createMongoTeamTurns(connection: Connection): TeamTurns {
  const rows = connection.collection<TurnRow>('team_turns');
  return {
    async lastOf(coachIds) {
      const found = await rows.find({ _id: { $in: [...coachIds] } }).toArray();
      return new Map(found.map(({ _id, chosenAt }) => [_id, instant(chosenAt.getTime())]));
    },
    async note({ partnerId, mode }, coachId, realNow) {
      const change = { $max: { chosenAt: new Date(realNow) }, $setOnInsert: { partnerId, mode } };
      await rows.updateOne({ _id: coachId }, change, { upsert: true });
    },
  };
}

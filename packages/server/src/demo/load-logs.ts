import { createHash } from 'node:crypto';
import { plus, type Instant } from '@coach-booking/time/instant';
import { HOUR } from '@coach-booking/time/units';
import { startOfDay, zoneOf } from '@coach-booking/time/zone';
import type { LedgerScope } from '../application/ports/ledgers.ts';
import type { Logs, StoredLog } from '../application/ports/logs.ts';
import { demoLogs, type DemoLog } from './people-logs.ts';
import type { DemoPerson } from './person.ts';

/** Entries in one write to the store. */
const BATCH_SIZE = 500;

/** When in the day people write an entry: after the event. */
const MEAL_HOURS = { breakfast: 8, lunch: 13, snack: 16, dinner: 20 } as const;
const hourOf = (log: DemoLog): number => (log.kind === 'diet' ? MEAL_HOURS[log.meal] : log.kind === 'workout' ? 19 : 7);

/** Returns the same id for the same entry each time, so that none is written twice. */
const idOf = (clientId: string, n: number): string =>
  createHash('sha256').update(`demo log ${clientId} ${n}`).digest('hex').slice(0, 24);

/** Returns the log of a person of the demo until `now` (an instant), as it is stored. */
export function storedLogs(
  scope: LedgerScope,
  clientId: string,
  person: DemoPerson,
  now: Instant,
): readonly StoredLog[] {
  const zone = zoneOf(person.timeZone);
  return demoLogs(person, now)
    .map((log, n): StoredLog => {
      const createdAt = plus(startOfDay(zone, log.date), hourOf(log) * HOUR);
      return { ...scope, ...log, clientId, id: idOf(clientId, n), version: 1, createdAt };
    })
    .filter(({ createdAt }) => createdAt <= now);
}

/** Writes the missing entries. */
export async function loadLogs(logs: Pick<Logs, 'insertMissing'>, entries: readonly StoredLog[]): Promise<void> {
  for (let from = 0; from < entries.length; from += BATCH_SIZE)
    await logs.insertMissing(entries.slice(from, from + BATCH_SIZE));
}

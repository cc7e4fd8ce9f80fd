import type { LogKind } from '../../domain/client/log.ts';
import type { PlainDate } from '@coach-booking/time/plain-date';
import type { Core } from '../ports/core.ts';
import type { LedgerScope } from '../ports/ledgers.ts';
import { refuseInput } from '../kernel/scope.ts';

/** So many entries of one kind a client may write down for one date. */
export const MAX_ENTRIES_OF_DAY = 200;

/**
 * Throws INVALID_REQUEST where a date is full. Counting and writing are two steps, so requests at the same moment may
 * pass it by a few: it keeps answers bounded, nothing else hangs on it.
 */
export async function checkDayLimit(
  { logs }: Pick<Core, 'logs'>,
  of: LedgerScope & { clientId: string; kind: LogKind },
  date: PlainDate,
): Promise<void> {
  const there = await logs.between({ ...of, from: date, to: date });
  if (there.length >= MAX_ENTRIES_OF_DAY)
    refuseInput('date', `At most ${MAX_ENTRIES_OF_DAY} entries of a kind can be written for one date.`);
}

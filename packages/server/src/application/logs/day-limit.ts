import type { LogKind } from '../../domain/client/log.ts';
import type { PlainDate } from '@coach-booking/time/plain-date';
import type { Core } from '../ports/core.ts';
import type { LedgerScope } from '../ports/ledgers.ts';
import { refuseInput } from '../kernel/scope.ts';

/** Maximum entries of one kind for one date of a client. */
export const MAX_ENTRIES_OF_DAY = 200;

/**
 * Checks that a date has room. Counting and writing are two steps, so concurrent requests may exceed it by a few: it
 * bounds answers, nothing else depends on it. Throws INVALID_REQUEST.
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

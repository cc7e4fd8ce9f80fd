import type { LogKind } from '../../domain/client/log.ts';
import type { Core } from '../ports/core.ts';
import type { LogName, StoredLogOf } from '../ports/logs.ts';
import { Refusal } from '../kernel/refusal.ts';

export function logNotFound(id: string): Refusal {
  return new Refusal('LOG_NOT_FOUND', `No entry ${id} of this kind for this caller.`);
}

/** Returns an entry of one client and kind. Throws LOG_NOT_FOUND for any other. */
export async function findLog<K extends LogKind>(
  { logs }: Pick<Core, 'logs'>,
  name: LogName<K>,
): Promise<StoredLogOf<K>> {
  const found = await logs.find(name);
  if (!found) throw logNotFound(name.id);
  return found;
}

import type { ProviderConnection } from '../../domain/provider-connection/provider-connection.ts';
import type { Core } from '../ports/core.ts';

/** Others keep writing for so long only when something is wrong. */
const ATTEMPTS = 20;

/**
 * Writes a connection by compare-and-set, and applies the change again to what a faster writer wrote. `change` returns
 * null for one that stays as it is. Returns it as it is then; null for one that is gone.
 */
export async function changeConnection(
  { providerConnections }: Pick<Core, 'providerConnections'>,
  id: string,
  change: (connection: ProviderConnection) => ProviderConnection | null,
): Promise<ProviderConnection | null> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await providerConnections.byId(id);
    const changed = before && change(before);
    if (!before || !changed) return before;
    if (await providerConnections.replace(changed, before.version)) return { ...changed, version: before.version + 1 };
  }
  throw new Error('Others keep changing this connection.');
}

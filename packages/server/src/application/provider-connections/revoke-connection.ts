import { revoked } from '../../domain/provider-connection/provider-connection.ts';
import type { Core } from '../ports/core.ts';
import { changeConnection } from './change-connection.ts';
import { tellOfRevoked, type TellOfRevokedNeeds } from './tell-of-revoked.ts';

export type RevokeConnectionNeeds = TellOfRevokedNeeds & Pick<Core, 'realNow'>;

/**
 * Notes that a provider takes no token of a connection any more, and notifies the coach by mail, once. `grant` is
 * that of
 * the connection which the caller used: where the coach has connected the account anew since, nothing is changed.
 */
export async function revokeConnection(
  core: RevokeConnectionNeeds,
  id: string,
  code: string,
  grant?: number,
): Promise<void> {
  const realNow = core.realNow();
  const changed = await changeConnection(core, id, (connection) => {
    if (grant !== undefined && connection.grant !== grant) return null;
    const after = revoked(connection, code, realNow);
    return after === connection ? null : after;
  });
  if (changed?.task === 'tell') await tellOfRevoked(core, changed);
}

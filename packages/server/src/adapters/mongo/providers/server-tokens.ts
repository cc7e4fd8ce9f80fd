import type { Connection } from 'mongoose';
import type { ServerToken, ServerTokens } from '../../../application/ports/integrations.ts';
import { withDates, withInstants, type Dated } from '../rows/dates.ts';
import { unlessDuplicate } from '../rows/duplicate-key.ts';
import type { Sealing } from '../sealing/sealing.ts';

type Plain = Omit<ServerToken, 'id'>;
type TokenKeys = 'expiresAt' | 'refreshingUntil';
type TokenRow = Dated<Plain, TokenKeys> & { readonly _id: string; readonly partnerId: '' };

const tokenKeys: readonly TokenKeys[] = ['expiresAt', 'refreshingUntil'];
const rowOf = ({ id, ...rest }: ServerToken): TokenRow => ({
  _id: id,
  partnerId: '',
  ...withDates(rest, tokenKeys),
});
const tokenOf = ({ _id, partnerId: _none, ...rest }: TokenRow): ServerToken => ({
  id: _id,
  ...withInstants<Plain, TokenKeys>(rest, tokenKeys),
});

/**
 * Opens the collection `server_tokens` of a connection. They are of a client, not of a partner, sealed, and found by
 * their id alone.
 */
export function createMongoServerTokens(connection: Connection, sealing: Sealing): ServerTokens {
  const rows = connection.collection<TokenRow>('server_tokens');
  const { seal, open } = sealing.of('server_tokens');
  return {
    async byId(id) {
      const row = await rows.findOne({ _id: id });
      return row && tokenOf(open(row as TokenRow));
    },
    async replace(token, expectedVersion) {
      const row = seal(rowOf({ ...token, version: expectedVersion + 1 }));
      if (expectedVersion === 0)
        return unlessDuplicate(
          rows.insertOne(row).then(() => true),
          false,
        );
      return (await rows.replaceOne({ _id: token.id, version: expectedVersion }, row)).matchedCount === 1;
    },
  };
}

import type { Connection, mongo } from 'mongoose';
import type { ConnectedProvider } from '../../../domain/provider-connection/provider-connection.ts';
import type { Integration, Integrations } from '../../../application/ports/integrations.ts';
import type { LedgerScope } from '../../../application/ports/ledgers.ts';
import { makeUnlessMade } from '../connection/make-indexes.ts';
import { withDates, withInstants, type Dated } from '../rows/dates.ts';
import { unlessDuplicate } from '../rows/duplicate-key.ts';
import type { Sealing } from '../sealing/sealing.ts';

type IntegrationRow = Dated<Integration, 'updatedAt'> & { readonly _id: string };

const idOf = ({ partnerId, mode }: LedgerScope, provider: ConnectedProvider): string =>
  `${partnerId} ${mode} ${provider}`;

const rowOf = (integration: Integration): IntegrationRow => ({
  _id: idOf(integration, integration.provider),
  ...withDates(integration, ['updatedAt']),
});
const integrationOf = ({ _id, ...rest }: IntegrationRow): Integration =>
  withInstants<Integration, 'updatedAt'>(rest, ['updatedAt']);

const indexes: mongo.IndexDescription[] = [{ key: { partnerId: 1, mode: 1 } }];

/** Opens the collection `integrations` of a connection and creates its indexes. Its secrets are sealed. */
export async function createMongoIntegrations(connection: Connection, sealing: Sealing): Promise<Integrations> {
  const rows = connection.collection<IntegrationRow>('integrations');
  await makeUnlessMade(connection, 'Integration', indexes, () => rows.createIndexes(indexes));
  const { seal, open } = sealing.of('integrations');
  const opened = (row: unknown): Integration => integrationOf(open(row as IntegrationRow));
  return {
    async of({ partnerId, mode }) {
      return (await rows.find({ partnerId, mode }).sort({ _id: 1 }).toArray()).map(opened);
    },
    async byProvider(scope, provider) {
      const row = await rows.findOne({ _id: idOf(scope, provider) });
      return row && opened(row);
    },
    async replace(integration, expectedVersion) {
      const row = seal(rowOf({ ...integration, version: expectedVersion + 1 }));
      if (expectedVersion === 0)
        return unlessDuplicate(
          rows.insertOne(row).then(() => true),
          false,
        );
      return (await rows.replaceOne({ _id: row._id, version: expectedVersion }, row)).matchedCount === 1;
    },
    async remove(scope, provider) {
      return (await rows.deleteOne({ _id: idOf(scope, provider) })).deletedCount === 1;
    },
  };
}

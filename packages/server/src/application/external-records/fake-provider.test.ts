import { externalRecordAdapterSuite } from '../../../test/external-records/external-record-adapter-suite.ts';
import { createFakeProvider } from '../../../test/application/fake-provider.ts';

externalRecordAdapterSuite('the provider of these tests', async () => {
  const adapter = createFakeProvider();
  return {
    adapter,
    account: { partnerId: 'p', mode: 'live', coachId: 'c', host: 'ana' },
    loseNextAnswer: () => adapter.failures.push({ kind: 'unknown', isDone: true }),
    removeThere: (id) => adapter.kept.delete(id),
  };
});

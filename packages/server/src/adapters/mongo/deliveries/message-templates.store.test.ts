import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anId, scope } from '../../../../test/stores/fixtures.ts';
import { anOwnTemplate, messageTemplatesSuite } from '../../../../test/stores/message-templates-suite.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

describe('own templates in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  messageTemplatesSuite(() => store.stores.messageTemplates);

  it('seals own templates, under a name that says whose and which they are', async () => {
    const coachId = anId();
    await store.stores.messageTemplates.save({ ...scope, coachId }, anOwnTemplate({ body: 'Ring at number 12.' }));
    const rows = store.connection.collection<{ _id: string }>('message_templates');
    const row = await rows.findOne({ _id: `${scope.partnerId} test ${coachId} confirmed email attendee en` });
    expect(row).toMatchObject({ ...scope, coachId, kind: 'confirmed', channel: 'email', language: 'en' });
    expect(JSON.stringify(row)).not.toContain('number 12');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aReport, meetingReportsSuite } from '../../../../test/stores/meeting-reports-suite.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

describe('reports of meetings in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  meetingReportsSuite(() => store.stores.meetingReports);
  const rows = () => store.connection.collection<{ _id: string }>('meeting_reports');

  it('R23 seals names and addresses of visitors, and the page of a recording with its password', async () => {
    const report = aReport();
    await store.stores.meetingReports.insert(report);
    expect(JSON.stringify(await rows().findOne({ _id: report.id }))).not.toMatch(
      /Ana|account-of|zoom[.]example|r3c0rd/,
    );
  });

  it('forgets a report when it expires', async () => {
    const expiring = (await rows().indexes()).find(({ key }) => 'expiresAt' in key);
    expect(expiring).toMatchObject({ expireAfterSeconds: 0 });
  });
});

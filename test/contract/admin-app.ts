import { instant } from '@coach-booking/time/instant';
import { fakeAccessTokens } from '../../packages/server/test/application/fake-access-tokens.ts';
import { testPartners } from '../../packages/server/test/http/partners.ts';
import { startApp, type TestApp } from '../../packages/server/test/http/start-app.ts';
import { createMemoryState } from '../../packages/server/src/adapters/memory/memory-state.ts';
import { createMemorySessions } from '../../packages/server/src/adapters/memory/sessions.ts';

/** Starts the app, and returns it with the access token of an admin whose session lasts. */
export async function startAdminApp(
  more: Parameters<typeof startApp>[0] = {},
): Promise<{ app: TestApp; accessToken: string }> {
  const ofPartner = { partnerId: testPartners[0]!.id, mode: 'test', userId: 'u1' } as const;
  const sessions = createMemorySessions(createMemoryState());
  await sessions.insert({
    ...ofPartner,
    id: 's1',
    tokenHashes: [],
    expiresAt: instant(0),
    storedUntil: instant(0),
    version: 1,
    createdAt: instant(0),
  });
  const accessToken = await fakeAccessTokens.sign({
    ...ofPartner,
    role: 'admin',
    sessionId: 's1',
    issuedAt: instant(0),
    expiresAt: instant(Date.UTC(9999, 0)),
  });
  return { app: await startApp({ ...more, sessions }), accessToken };
}

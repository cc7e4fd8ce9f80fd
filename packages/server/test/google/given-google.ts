import { plus, type Instant } from '@coach-booking/time/instant';
import { parseInstant } from '@coach-booking/time/instant';
import { HOUR } from '@coach-booking/time/units';
import { createGuard } from '../../src/adapters/outbound/guard.ts';
import { createOutbound } from '../../src/adapters/outbound/undici-outbound.ts';
import { createProviders } from '../../src/adapters/providers/provider-sites.ts';
import type { ChannelNeeds } from '../../src/application/google/channels.ts';
import type { PlaceNeeds } from '../../src/application/google/place-of-account.ts';
import type { RecordSession } from '../../src/application/ports/external-record-adapters.ts';
import type { CalendarSource } from '../../src/domain/calendar-source/calendar-source.ts';
import type { ProviderConnection } from '../../src/domain/provider-connection/provider-connection.ts';
import { fakeTokens } from '../application/fake-tokens.ts';
import { FakeGoogle } from './fake-google.ts';

export const ANA = 'ana@coach.example';
export const FAMILY = 'family@group.example';
export const TOKEN = 'ya29.of-ana';
export const BOOKING = '65f0c0ffee65f0c0ffee0001';
export const CONNECTION = 'c0'.repeat(12);
export const SOURCE = '50'.repeat(12);
export const scope = { partnerId: 'a0'.repeat(12), mode: 'live', coachId: 'b0'.repeat(12) } as const;

export type GoogleCore = PlaceNeeds & ChannelNeeds;

export interface GivenGoogle {
  readonly google: FakeGoogle;
  readonly core: GoogleCore;
  /** The coach's calendar there, as it is stored; null where there is none. */
  source: CalendarSource | null;
  /** The connection, as it is stored. */
  connection: ProviderConnection;
  close(): Promise<void>;
}

const connectionOf = (now: Instant): ProviderConnection => ({
  ...scope,
  id: CONNECTION,
  provider: 'google',
  account: ANA,
  clientId: 'client-1',
  scopes: [],
  state: 'ok',
  accessToken: TOKEN,
  refreshToken: '1//refresh',
  expiresAt: plus(now, HOUR),
  refreshingUntil: null,
  grant: 1,
  madeBy: { userId: 'd0'.repeat(12) },
  version: 1,
  createdAt: now,
  connectedAt: now,
});

/** Starts a Google with one account, its first calendar and another, and all that calls it. */
export async function givenGoogle(now: () => Instant, wholeTimeout = 2000): Promise<GivenGoogle> {
  const google = await new FakeGoogle().start();
  google.tokens.set(TOKEN, ANA);
  google.now = now;
  google.addCalendar(ANA, { id: ANA, summary: 'Ana', primary: true });
  google.addCalendar(ANA, { id: FAMILY, summary: 'Family' });
  const guard = createGuard({ allow: [] });
  const outbound = createOutbound({ guard, realNow: now, wholeTimeout, providerOrigins: [google.base] });
  let ids = 0;
  const given: GivenGoogle = {
    google,
    source: null,
    connection: connectionOf(now()),
    core: {
      outbound,
      providers: createProviders({ google: { url: google.base } }),
      providerConnections: { byId: async () => given.connection, ofCoach: async () => [given.connection] },
      calendarSources: {
        byId: async () => given.source,
        ofCoach: async () => (given.source ? [given.source] : []),
      },
      tokens: fakeTokens,
      publicUrl: () => 'https://book.fit.example',
      newId: () => `channel-${(ids += 1)}`,
      realNow: now,
    } as unknown as GoogleCore,
    close: async () => {
      await outbound.close();
      await google.close();
    },
  };
  return given;
}

export function aSession(given: Partial<RecordSession> = {}): RecordSession {
  return {
    bookingId: BOOKING,
    title: 'Strength with Ben',
    description: 'Bring a towel.',
    start: parseInstant('2026-05-04T09:00:00Z'),
    end: parseInstant('2026-05-04T10:00:00Z'),
    timeZone: 'Europe/Berlin',
    status: 'confirmed',
    version: 1,
    ...given,
  };
}

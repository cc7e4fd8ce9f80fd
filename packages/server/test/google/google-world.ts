import { plus } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import { createGuard } from '../../src/adapters/outbound/guard.ts';
import { createOutbound } from '../../src/adapters/outbound/undici-outbound.ts';
import { createProviders } from '../../src/adapters/providers/provider-sites.ts';
import { createCore } from '../../src/application/create-use-cases.ts';
import type { Core } from '../../src/application/ports/core.ts';
import type { Stores } from '../../src/application/ports/deps.ts';
import type { CalendarSource, SourceBase } from '../../src/domain/calendar-source/calendar-source.ts';
import type { ConnectedAccess } from '../../src/domain/calendar-source/source-access.ts';
import { createWorld, givenCoach, NOW, PARTNER, type World } from '../application/world.ts';
import { FakeGoogle } from './fake-google.ts';
import { ANA, CONNECTION, FAMILY, SOURCE, TOKEN } from './given-google.ts';

export const LIVE = { partnerId: PARTNER, mode: 'live' } as const;

/** A server in live mode, and a coach who has connected an account of the fake Google. */
export interface GoogleWorld {
  readonly world: World;
  readonly google: FakeGoogle;
  /** Calls the fake Google over the network, and waits a second for an answer. */
  readonly core: Core;
  readonly coachId: string;
  /** Makes calendars of the account a source, which is due. */
  connect(calendars?: readonly string[], more?: Partial<SourceBase & ConnectedAccess>): Promise<void>;
  source(): Promise<CalendarSource>;
  /** Another process of the same server. */
  process(): Core;
  close(): Promise<void>;
}

export async function googleWorld(stores?: Stores): Promise<GoogleWorld> {
  const google = await new FakeGoogle().start();
  google.tokens.set(TOKEN, ANA);
  google.addCalendar(ANA, { id: ANA, summary: 'Ana', primary: true });
  google.addCalendar(ANA, { id: FAMILY, summary: 'Family' });
  const client = { clientId: 'app', clientSecret: 'secret' };
  const providers = createProviders({ google: { url: google.base, client } });
  const world = createWorld({ mode: 'live', providers, ...(stores && { stores }) });
  google.now = world.deps.realNow;
  const { id: coachId } = await givenCoach(world);
  const outbound = createOutbound({
    guard: createGuard(),
    realNow: world.deps.realNow,
    wholeTimeout: 1000,
    providerOrigins: [google.base],
  });
  await world.deps.providerConnections.insert({
    ...LIVE,
    id: CONNECTION,
    provider: 'google',
    coachId,
    account: ANA,
    clientId: 'app',
    scopes: [],
    state: 'ok',
    accessToken: TOKEN,
    refreshToken: '1//refresh',
    expiresAt: plus(NOW, 300 * DAY),
    refreshingUntil: null,
    grant: 1,
    madeBy: { userId: 'u'.repeat(24) },
    version: 1,
    createdAt: NOW,
    connectedAt: NOW,
  });
  const process = (): Core => createCore({ ...world.deps, outbound });
  return {
    world,
    google,
    core: process(),
    coachId,
    process,
    source: async () => (await world.deps.calendarSources.byId(LIVE, SOURCE))!,
    async connect(calendars = [ANA], more = {}) {
      await world.deps.calendarSources.insert({
        ...LIVE,
        id: SOURCE,
        coachId,
        kind: 'google',
        connectionId: CONNECTION,
        calendars: calendars.map((id) => ({ id, name: id })),
        name: 'Google',
        policy: 'keep_last_good',
        active: true,
        dueAt: NOW,
        leasedUntil: null,
        fence: 0,
        failures: 0,
        toShow: true,
        version: 1,
        createdAt: NOW,
        ...more,
      });
    },
    async close() {
      await outbound.close();
      await google.close();
    },
  };
}

import { plus } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import { createGuard } from '../../src/adapters/outbound/guard.ts';
import { createOutbound } from '../../src/adapters/outbound/undici-outbound.ts';
import { createProviders } from '../../src/adapters/providers/provider-sites.ts';
import { createCore } from '../../src/application/create-use-cases.ts';
import type { Core } from '../../src/application/ports/core.ts';
import type { Stores } from '../../src/application/ports/deps.ts';
import type { SourceBase } from '../../src/domain/calendar-source/calendar-source.ts';
import type { ConnectedAccess } from '../../src/domain/calendar-source/source-access.ts';
import { createWorld, givenCoach, NOW, PARTNER, type World } from '../application/world.ts';
import { startFakeGraph, TOKEN, type FakeGraph } from './fake-graph.ts';

export const CONNECTION = 'c0'.repeat(12);
export const SOURCE = '50'.repeat(12);
export const MAIN = 'AAMkDefault=';
export const FAMILY = 'AAMkFamily=';
export const LIVE = { partnerId: PARTNER, mode: 'live' } as const;

/** A server in live mode, and a coach who has connected a Microsoft account of the fake Graph. */
export interface GivenMicrosoft {
  readonly world: World;
  readonly graph: FakeGraph;
  /** Calls the fake Graph over the network, and waits half a second for an answer. */
  readonly core: Core;
  readonly coachId: string;
  /** Makes calendars of the account a source, which is due. */
  connect(calendars?: readonly string[], more?: Partial<SourceBase & ConnectedAccess>): Promise<void>;
  /** Another process of the same server. */
  process(): Core;
  close(): Promise<void>;
}

export async function givenMicrosoft(stores?: Stores): Promise<GivenMicrosoft> {
  const clock = { now: () => NOW };
  const graph = await startFakeGraph({ now: () => clock.now() });
  const providers = createProviders({
    microsoft: { url: graph.origin, client: { clientId: 'app', clientSecret: 'secret' } },
  });
  const world = createWorld({ mode: 'live', providers, ...(stores && { stores }) });
  clock.now = world.deps.realNow;
  const { id: coachId } = await givenCoach(world);
  const outbound = createOutbound({
    guard: createGuard(),
    realNow: world.deps.realNow,
    wholeTimeout: 500,
    providerOrigins: [graph.origin],
  });
  await world.deps.providerConnections.insert({
    ...LIVE,
    id: CONNECTION,
    provider: 'microsoft',
    coachId,
    account: 'coach-a@example.com',
    clientId: 'app',
    scopes: ['Calendars.ReadWrite', 'offline_access'],
    state: 'ok',
    accessToken: TOKEN,
    refreshToken: 'rotates-1',
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
    graph,
    core: process(),
    coachId,
    process,
    async connect(calendars = [MAIN], more = {}) {
      await world.deps.calendarSources.insert({
        ...LIVE,
        id: SOURCE,
        coachId,
        kind: 'microsoft',
        connectionId: CONNECTION,
        calendars: calendars.map((id) => ({ id, name: id })),
        name: 'Outlook',
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
      await graph.close();
    },
  };
}

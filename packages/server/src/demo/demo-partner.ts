import type { Instant } from '@coach-booking/time/instant';
import type { Context } from '../application/kernel/context.ts';
import { lookupOf } from '../application/partner/key-lookup.ts';
import type { Partner, Partners } from '../application/ports/partners.ts';

/**
 * The keys of the demo partner, printed at start and written in the docs. Test keys: they reach only the demo's own
 * coaches.
 */
export const demoKeys = { publishable: 'pk_test_demo', secret: 'sk_test_demo' } as const;

export const DEMO_PARTNER = 'de0000000000000000000001';

const demoPartner = (allowedOrigins: readonly string[], createdAt: Instant): Partner => ({
  id: DEMO_PARTNER,
  slug: 'demo',
  name: 'Harbour Strength',
  allowedOrigins,
  hosts: [],
  keys: [
    { id: 'de0000000000000000000002', kind: 'publishable', mode: 'test', lookup: demoKeys.publishable, createdAt },
    {
      id: 'de0000000000000000000003',
      kind: 'secret',
      mode: 'test',
      lookup: lookupOf('secret', demoKeys.secret),
      ending: demoKeys.secret.slice(-4),
      createdAt,
    },
  ],
  branding: { name: 'Harbour Strength' },
  limits: {},
  version: 1,
});

/** Origins of this machine that are remembered: the demo's page may have another port at each start. */
const OWN_ORIGINS = 40;

/**
 * Adds to those of earlier starts, which another process may still serve, and to those that an admin has listed, which
 * are never dropped.
 */
const withOrigins = (known: readonly string[], added: readonly string[]): readonly string[] => {
  const isOwn = (origin: string) =>
    origin.startsWith('http://127.0.0.1:') ||
    (origin.startsWith('http://localhost:') && known.includes(origin.replace('localhost', '127.0.0.1')));
  const own = known.filter((origin) => isOwn(origin) && !added.includes(origin));
  const listed = known.filter((origin) => !own.includes(origin) && !added.includes(origin));
  return [...listed, ...own.slice(Math.min(0, added.length - OWN_ORIGINS)), ...added];
};

/**
 * Makes the demo partner, or adds the origins to those it has; other changes of it stay. `now` is an instant of real
 * time.
 */
export async function loadDemoPartner(partners: Partners, origins: readonly string[], now: Instant): Promise<void> {
  for (;;) {
    const known = await partners.byId(DEMO_PARTNER);
    if (!known) {
      if (await partners.insert(demoPartner(origins, now))) return;
      continue;
    }
    // One from before partners had versions has keys without dates too.
    const current = known.version === 0 ? demoPartner([], now) : known;
    const next = { ...current, allowedOrigins: withOrigins(known.allowedOrigins, origins), version: known.version + 1 };
    const isSame = known.version > 0 && origins.every((origin) => known.allowedOrigins.includes(origin));
    if (isSame || (await partners.replace(next, known.version))) return;
  }
}

type WithoutScope<T> = T extends unknown ? Omit<T, 'partnerId' | 'mode' | 'address'> : never;
type DemoCaller = WithoutScope<Context['caller']>;

const contextOf = (now: Instant, caller: DemoCaller): Context => ({
  caller: { partnerId: DEMO_PARTNER, mode: 'test', address: '127.0.0.1', ...caller },
  now,
  requestId: 'demo',
  dryRun: false,
});

/** Returns the context of the demo partner's own server, at an instant. */
export function demoContext(now: Instant): Context {
  return contextOf(now, { kind: 'secret', keyId: 'demo' });
}

/** Returns the context of a visitor of the demo partner's page, at an instant. */
export function visitorContext(now: Instant): Context {
  return contextOf(now, { kind: 'publishable', keyId: 'demo' });
}

/** Returns the context of one of the demo's clients with a session, at an instant. */
export function personContext(userId: string, now: Instant): Context {
  return contextOf(now, { kind: 'session', keyId: `user:${userId}`, userId, role: 'client' });
}

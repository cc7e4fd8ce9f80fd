import { lookupOf } from '../application/partner/key-lookup.ts';
import type { Partners } from '../application/ports/partners.ts';
import type { User, Users } from '../application/ports/users.ts';
import { DEMO_PARTNER, demoKeys } from './demo-partner.ts';

/** As partners are asked for them. */
const lookups: ReadonlySet<string> = new Set([demoKeys.publishable, lookupOf('secret', demoKeys.secret)]);

const isDemo = ({ partnerId, emailKey }: User): boolean =>
  partnerId === DEMO_PARTNER && emailKey.endsWith('@demo.example');

const inactive = <T extends User | null>(user: T): T => (user && isDemo(user) ? { ...user, active: false } : user);

/** The partners without the demo's keys, which are in the docs: no partner has them, wherever they are stored. */
export function withoutDemoKeys(partners: Partners): Partners {
  return {
    ...partners,
    byKey: async (lookup) => (lookups.has(lookup) ? null : partners.byKey(lookup)),
  };
}

/**
 * The accounts with those of the demo closed, whose password is in the docs: none signs in, refreshes or gets a link.
 */
export function withClosedDemoAccounts(users: Users): Users {
  return {
    ...users,
    byId: async (id) => inactive(await users.byId(id)),
    byIds: async (ids) => (await users.byIds(ids)).map(inactive),
    byEmail: async (scope, emailKey) => inactive(await users.byEmail(scope, emailKey)),
  };
}

/** Returns the warning of a start in production when the store holds the demo; undefined when it does not. */
export async function demoWarning(partners: Pick<Partners, 'byId'>): Promise<string | undefined> {
  if (!(await partners.byId(DEMO_PARTNER))) return undefined;
  const keys = Object.values(demoKeys).join(' and ');
  return `This database holds the demo, whose keys and password everybody knows: ${keys} and the accounts …@demo.example are refused here. To be rid of it, use an empty database, and make your business there with: npm run partner -- create`;
}

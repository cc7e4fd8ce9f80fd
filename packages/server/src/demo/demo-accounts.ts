import type { Context } from '../application/kernel/context.ts';
import { hashOf } from '../application/accounts/check-account.ts';
import { userWith, type UserFields } from '../application/accounts/new-user.ts';
import type { UseCases } from '../application/kernel/contract.ts';
import type { Deps } from '../application/ports/deps.ts';
import { emailKeyOf } from '../domain/person/written.ts';
import { scopeOf } from '../application/kernel/scope.ts';
import { demoCoaches } from './demo-coaches.ts';

/** The password of every demo account; in the docs and printed at start, like the demo's keys. */
export const demoPassword = 'demo-demo-demo';

/** Returns the address with which a demo coach signs in. */
export function demoEmailOf(slug: string): string {
  return `${slug}@demo.example`;
}

/** Returns the accounts that the pages to sign in on name, with the password that all of the demo have. */
export function demoAccountsToTry(password: string) {
  const account = (email: string) => ({ email, password });
  return {
    coach: account(demoEmailOf('coach-a')),
    admin: account(demoEmailOf('admin')),
    client: account(demoEmailOf('ana')),
  };
}

/** The parts that create an account; the demo's are the only accounts whose password is not chosen by its owner. */
export type GivingDeps = Pick<Deps, 'users' | 'passwords' | 'phones' | 'newId'>;

export interface AccountsDeps extends GivingDeps {
  readonly useCases: Pick<UseCases, 'getCoach'>;
}

/**
 * Makes an account with the demo's password unless it exists; that is checked first, since a new one costs a slow hash.
 */
export async function give(deps: GivingDeps, context: Context, account: UserFields): Promise<void> {
  if (await deps.users.byEmail(scopeOf(context), emailKeyOf(account.email))) return;
  await deps.users.insert(userWith(deps, context, deps.newId(), await hashOf(deps, demoPassword), account));
}

/** Makes the missing accounts of the demo coaches, and the demo partner's admin. */
export async function loadDemoAccounts(deps: AccountsDeps, context: Context): Promise<void> {
  for (const { name, slug, timeZone } of demoCoaches) {
    const { data: coach } = await deps.useCases.getCoach(context, { coach: slug! });
    await give(deps, context, { role: 'coach', name, email: demoEmailOf(slug!), timeZone, coachId: coach.id });
  }
  await give(deps, context, { role: 'admin', name: 'Admin', email: demoEmailOf('admin') });
}

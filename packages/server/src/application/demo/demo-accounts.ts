import type { Context } from '../context.ts';
import type { InputOf, UseCases } from '../contract.ts';
import { emailKeyOf } from '../leads/contact.ts';
import type { Users } from '../ports/users.ts';
import { Refusal } from '../refusal.ts';
import { scopeOf } from '../scope.ts';
import { demoCoaches } from './demo-coaches.ts';

/** Of every demo account; in the docs and printed at start, like the demo's keys. */
export const demoPassword = 'demo-demo-demo';

/** The address under which a demo coach signs in. */
export const demoEmailOf = (slug: string): string => `${slug}@demo.example`;

export interface AccountsDeps {
  readonly users: Pick<Users, 'byEmail'>;
  readonly useCases: Pick<UseCases, 'getCoach' | 'createUser'>;
}

/** Makes an account unless there is one; looked for first, since to make one takes a slow hash. */
export const give = async (
  { users, useCases }: Pick<AccountsDeps, 'users'> & { readonly useCases: Pick<UseCases, 'createUser'> },
  context: Context,
  account: InputOf<'createUser'>,
): Promise<void> => {
  if (await users.byEmail(scopeOf(context), emailKeyOf(account.email))) return;
  await useCases.createUser(context, account).catch((error: unknown) => {
    if (!(error instanceof Refusal && error.code === 'EMAIL_TAKEN')) throw error;
  });
};

/** Gives each demo coach an account, and the demo partner an admin, where they are missing. */
export const loadDemoAccounts = async (deps: AccountsDeps, context: Context): Promise<void> => {
  const password = demoPassword;
  for (const { name, slug, timeZone } of demoCoaches) {
    const { data: coach } = await deps.useCases.getCoach(context, { coach: slug! });
    await give(deps, context, { role: 'coach', name, email: demoEmailOf(slug!), password, timeZone, coachId: coach.id });
  }
  await give(deps, context, { role: 'admin', name: 'Admin', email: demoEmailOf('admin'), password });
};

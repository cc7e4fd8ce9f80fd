import type { Context, Person } from '../kernel/context.ts';
import type { User } from '../ports/users.ts';
import { Refusal } from '../kernel/refusal.ts';

/** The person of a session. Throws FORBIDDEN for a key. */
export function personOf({ caller }: Context): Person {
  if (caller.kind === 'session') return caller;
  throw new Refusal('FORBIDDEN', 'This is for somebody who has signed in.');
}

/** Throws SESSION_INVALID when the account was closed since. */
export function refuseClosed(user: User): void {
  if (!user.active) throw new Refusal('SESSION_INVALID', 'This account is closed.');
}

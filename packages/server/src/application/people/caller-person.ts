import type { Context, Person } from '../kernel/context.ts';
import type { User } from '../ports/users.ts';
import { Refusal } from '../kernel/refusal.ts';

/** Returns the person of a session. Throws FORBIDDEN for a key. */
export function personOf({ caller }: Context): Person {
  if (caller.kind === 'session') return caller;
  throw new Refusal('FORBIDDEN', 'This is for somebody who has signed in.');
}

/** Rejects a closed account. Throws SESSION_INVALID. */
export function refuseClosed(user: User): void {
  if (!user.active) throw new Refusal('SESSION_INVALID', 'This account is closed.');
}

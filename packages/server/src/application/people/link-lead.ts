import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import type { User } from '../ports/users.ts';
import { scopeOf } from '../kernel/scope.ts';

/**
 * Says whose the guest with this proven address is: what was and will be booked with it is in the client's account. To
 * the coaches it stays a guest's until the client shares their profile, since to type an address proves nothing.
 */
export async function linkLead(
  { leads }: Pick<Core, 'leads'>,
  context: Context,
  { id, emailKey, role }: User,
): Promise<void> {
  if (role === 'client') await leads.link(scopeOf(context), emailKey, id, context.now);
}

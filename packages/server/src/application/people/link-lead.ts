import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import type { User } from '../ports/users.ts';
import { scopeOf } from '../kernel/scope.ts';

/**
 * Links the guest with this proven address to the client: bookings with it, past and future, are in the client's
 * account. Coaches see them as a guest's until the client shares their profile, since typing an address proves nothing.
 */
export async function linkLead(
  { leads }: Pick<Core, 'leads'>,
  context: Context,
  { id, emailKey, role }: User,
): Promise<void> {
  if (role === 'client') await leads.link(scopeOf(context), emailKey, id, context.now);
}

import type { UseCase } from '../use-case.ts';
import { readLink } from './mail-link.ts';
import { proveAddress } from './prove-address.ts';
import { userView } from './user-view.ts';

/**
 * Proves an address by the link that was sent there. The bookings that were made with it as a guest until now are the client's from now on.
 * Used again it answers the same. Throws TOKEN_INVALID.
 */
export const verifyEmail: UseCase<'verifyEmail'> =
  (core) =>
  async (context, { token }) => {
    const { user, check } = await readLink(core, context, token, 'email_verification');
    return { data: userView(await proveAddress(core, context, user, check)) };
  };

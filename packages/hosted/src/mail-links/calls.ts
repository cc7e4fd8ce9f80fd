import {
  confirmEmail,
  proveBooking,
  createTransport,
  refuseRegistration,
  requestPasswordReset,
  resetPassword,
  verifyEmail,
  type BookingCreated,
  type User,
} from '@coach-booking/sdk';
import { sharingOf, type Sharing } from './sharing.ts';

/** The calls of the page of a mail's link; tests replace them. */
export interface AccountCalls {
  /** Resolves to the coaches who ask to see the profile of the client with this address. */
  verify(token: string, password: string): Promise<Sharing | null>;
  /** Confirms a guest's booking; answers it as it is then. */
  confirm(token: string, id: string): Promise<Pick<BookingCreated, 'status' | 'manageUrl'>>;
  refuse(token: string): Promise<unknown>;
  email(token: string, password: string): Promise<unknown>;
  /** Resolves to the role of the account. */
  password(token: string, password: string): Promise<Pick<User, 'role'>>;
  forgotten(email: string): Promise<unknown>;
}

/** Returns the calls with the publishable key of the link's partner. */
export function accountCalls(publishableKey: string, baseUrl: string): AccountCalls {
  const transport = createTransport({ baseUrl, publishableKey });
  return {
    verify: async (token, password) =>
      sharingOf(await verifyEmail(transport, { token, password }), password, publishableKey, baseUrl),
    confirm: (token, id) => proveBooking(transport, { id, token }),
    refuse: (token) => refuseRegistration(transport, { token }),
    email: (token, password) => confirmEmail(transport, { token, password }),
    password: async (token, password) => (await resetPassword(transport, { token, password })).user,
    forgotten: (email) => requestPasswordReset(transport, { email }),
  };
}

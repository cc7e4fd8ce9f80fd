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
  /** Ends the mails of one kind, as a mail program does (RFC 8058). */
  unsubscribe(token: string): Promise<unknown>;
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
    unsubscribe: (token) => postUnsubscribe(token, baseUrl),
    refuse: (token) => refuseRegistration(transport, { token }),
    email: (token, password) => confirmEmail(transport, { token, password }),
    password: async (token, password) => (await resetPassword(transport, { token, password })).user,
    forgotten: (email) => requestPasswordReset(transport, { email }),
  };
}

/** Sends what a mail program sends. Throws what the other calls throw: the link is dead, or no answer comes. */
async function postUnsubscribe(token: string, baseUrl: string): Promise<void> {
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  const response = await globalThis
    .fetch(`${baseUrl}/u/${encodeURIComponent(token)}`, { method: 'POST', body })
    .catch(() => null);
  if (!response) throw new UnsubscribeProblem('offline');
  if (!response.ok) throw new UnsubscribeProblem(response.status === 400 ? 'dead' : 'server');
}

/** The text about why one is not unsubscribed. */
export class UnsubscribeProblem extends Error {
  readonly text: 'dead' | 'offline' | 'server';

  constructor(text: UnsubscribeProblem['text']) {
    super(`Nobody was unsubscribed: ${text}.`);
    this.text = text;
  }
}

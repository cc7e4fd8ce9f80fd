import { createTransport, requestPasswordReset, resetPassword, verifyEmail, type User } from '@coach-booking/sdk';

/** What the page of a mail's link asks of the server; tests give their own. */
export interface AccountCalls {
  verify(token: string): Promise<unknown>;
  /** Answers whose password it was. */
  reset(token: string, password: string): Promise<Pick<User, 'role'>>;
  request(email: string): Promise<unknown>;
}

/** The calls with the publishable key of the partner that the link is of. */
export function accountCalls(publishableKey: string, baseUrl: string): AccountCalls {
  const transport = createTransport({ baseUrl, publishableKey });
  return {
    verify: (token) => verifyEmail(transport, { token }),
    reset: async (token, password) => (await resetPassword(transport, { token, password })).user,
    request: (email) => requestPasswordReset(transport, { email }),
  };
}

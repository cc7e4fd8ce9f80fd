import {
  confirmEmail,
  createTransport,
  refuseRegistration,
  requestPasswordReset,
  resetPassword,
  verifyEmail,
  type User,
} from '@coach-booking/sdk';

/** What the page of a mail's link asks of the server; tests give their own. */
export interface AccountCalls {
  verify(token: string, password: string): Promise<unknown>;
  refuse(token: string): Promise<unknown>;
  email(token: string, password: string): Promise<unknown>;
  /** Answers whose password it was. */
  password(token: string, password: string): Promise<Pick<User, 'role'>>;
  forgotten(email: string): Promise<unknown>;
}

/** The calls with the publishable key of the partner that the link is of. */
export function accountCalls(publishableKey: string, baseUrl: string): AccountCalls {
  const transport = createTransport({ baseUrl, publishableKey });
  return {
    verify: (token, password) => verifyEmail(transport, { token, password }),
    refuse: (token) => refuseRegistration(transport, { token }),
    email: (token, password) => confirmEmail(transport, { token, password }),
    password: async (token, password) => (await resetPassword(transport, { token, password })).user,
    forgotten: (email) => requestPasswordReset(transport, { email }),
  };
}

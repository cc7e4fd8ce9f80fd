import {
  addConnectedAccount,
  bindOperations,
  connectAccount,
  createTransport,
  disconnectAccount,
  listConnectedAccounts,
  testConnectedAccount,
  type Bound,
  type OutputOf,
  type SessionToken,
} from '@coach-booking/sdk';

const operations = {
  addConnectedAccount,
  connectAccount,
  disconnectAccount,
  listConnectedAccounts,
  testConnectedAccount,
};

/** The calls of connected accounts; tests replace them. */
export type AccountCalls = { readonly [K in keyof typeof operations]: Bound<(typeof operations)[K]> };

export type Accounts = OutputOf<'listConnectedAccounts'>;
export type Account = Accounts['accounts'][number];
export type Provider = Account['provider'];

/** Returns the calls with the session of who signed in. */
export function accountCalls(session: SessionToken, baseUrl: string): AccountCalls {
  return bindOperations(createTransport({ baseUrl, session }), operations);
}

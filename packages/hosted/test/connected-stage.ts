import type { AccountCalls, Accounts } from '../src/desk/connected-accounts/calls.ts';

const id = (n: number): string => `665f0000000000000000c0${String(n).padStart(2, '0')}`;

/** Accounts in all states, in the shape of the server's responses. */
export const connected: Accounts = {
  accounts: [
    {
      id: id(1),
      provider: 'google',
      account: 'kim@gmail.com',
      state: 'ok',
      scopes: ['openid', 'email'],
      uses: [{ kind: 'calendar_in', name: 'Family' }, { kind: 'meetings' }],
      createdAt: '2028-04-01T08:00:00Z',
      connectedAt: '2028-04-01T08:00:00Z',
    },
    {
      id: id(2),
      provider: 'microsoft',
      account: 'kim@harbour-strength.example',
      state: 'revoked',
      scopes: ['Calendars.ReadWrite'],
      uses: [{ kind: 'calendar_out', name: 'Studio' }],
      lastError: { code: 'invalid_grant', message: 'Microsoft takes it no more.', at: '2028-04-13T08:00:00Z' },
      createdAt: '2028-04-01T08:00:00Z',
      connectedAt: '2028-04-01T08:00:00Z',
    },
    {
      id: id(3),
      provider: 'microsoft',
      account: 'kim.smith@outlook.com',
      state: 'ok',
      scopes: ['Calendars.ReadWrite'],
      uses: [],
      lastError: { code: 'TIMEOUT', message: 'Microsoft could not be asked.', at: '2028-04-13T08:00:00Z' },
      createdAt: '2028-04-02T08:00:00Z',
      connectedAt: '2028-04-02T08:00:00Z',
    },
  ],
  providers: [
    { provider: 'google', offered: true, forAll: false },
    { provider: 'microsoft', offered: true, forAll: false },
    { provider: 'zoom', offered: false, forAll: true },
  ],
};

/** A server that has these accounts and does what it is asked. */
export function connectedCalls(change: Partial<AccountCalls> = {}, given: Accounts = connected): AccountCalls {
  let stored = given;
  const find = (wanted: string) => stored.accounts.find((account) => account.id === wanted)!;
  const calls: Partial<Record<keyof AccountCalls, (input: never) => Promise<unknown>>> = {
    listConnectedAccounts: async () => stored,
    connectAccount: async () => ({ authorizeUrl: 'https://accounts.example/', expiresAt: '2028-04-13T13:10:00Z' }),
    addConnectedAccount: async () => {
      const { lastError: _lost, ...rest } = { ...connected.accounts[0]!, lastError: undefined };
      const made = { ...rest, id: id(9), account: 'new@gmail.com', uses: [] };
      stored = { ...stored, accounts: [...stored.accounts, made] };
      return made;
    },
    testConnectedAccount: async ({ id: wanted }: { id: string }) => {
      const { lastError: _before, ...account } = find(wanted);
      stored = { ...stored, accounts: stored.accounts.map((other) => (other.id === wanted ? account : other)) };
      return account;
    },
    disconnectAccount: async ({ id: wanted }: { id: string }) => {
      stored = { ...stored, accounts: stored.accounts.filter((account) => account.id !== wanted) };
      return { id: wanted, removed: true };
    },
  };
  return { ...(calls as unknown as AccountCalls), ...change };
}

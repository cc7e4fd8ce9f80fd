import type {
  HoldGrant,
  IntentGrant,
  MailGrant,
  ManageGrant,
  ProofGrant,
  PushGrant,
  RefreshGrant,
  Tokens,
  UnsubscribeGrant,
} from '../../src/application/ports/tokens.ts';

const write = (purpose: string, value: unknown): string =>
  Buffer.from(JSON.stringify([purpose, value])).toString('base64url');

const read = <T>(purpose: string, token: string): T | null => {
  try {
    const [found, value] = JSON.parse(Buffer.from(token, 'base64url').toString()) as [string, T];
    return found === purpose ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

/** Forgeable tokens, for tests. */
export const fakeTokens: Tokens = {
  signHold: (grant) => write('hold', grant),
  readHold: (token) => read<HoldGrant>('hold', token),
  signIntent: (grant) => write('intent', grant),
  readIntent: (token) => read<IntentGrant>('intent', token),
  signManage: (grant) => write('manage', grant),
  readManage: (token, now) => {
    const grant = read<ManageGrant>('manage', token);
    return grant && now < grant.expiresAt ? grant : null;
  },
  signProof: (grant) => write('proof', grant),
  readProof: (token, now) => {
    const grant = read<ProofGrant>('proof', token);
    return grant && now < grant.expiresAt ? grant : null;
  },
  signJoin: (id) => write('join', id),
  readJoin: (token) => read<string>('join', token),
  signResume: (id) => write('resume', id),
  readResume: (token) => read<string>('resume', token),
  signPush: (grant) => write('push', grant),
  readPush: (token) => read<PushGrant>('push', token),
  signPushState: (id) => write('push_state', id),
  readPushState: (state) => read<string>('push_state', state),
  signUnsubscribe: (grant) => write('unsubscribe', grant),
  readUnsubscribe: (token) => read<UnsubscribeGrant>('unsubscribe', token),
  signRefresh: (grant) => write('refresh', grant),
  readRefresh: (token) => read<RefreshGrant>('refresh', token),
  signMail: (grant) => write('mail', grant),
  readMail: (token, now) => {
    const grant = read<MailGrant>('mail', token);
    return grant && now < grant.expiresAt ? grant : null;
  },
  signCursor: (value) => write('cursor', value),
  readCursor: (token) => read<string>('cursor', token),
  mark: (text) => write('mark', text),
};

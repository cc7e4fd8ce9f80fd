import type { AccessGrant, AccessTokens } from '../../src/application/ports/access-tokens.ts';

/** Forgeable tokens, for tests. */
export const fakeAccessTokens: AccessTokens = {
  sign: async (grant) => `fake.${Buffer.from(JSON.stringify(grant)).toString('base64url')}.token`,
  read: async (token) => {
    const [kind, grant] = token.split('.');
    return kind === 'fake' ? (JSON.parse(Buffer.from(grant!, 'base64url').toString()) as AccessGrant) : null;
  },
  keySet: async () => ({ keys: [] }),
};

/** The provider that a page shows, and its public key. */
export interface Challenge {
  readonly provider: 'turnstile' | 'hcaptcha';
  readonly siteKey: string;
}

/** `unreachable` when the provider does not answer, or refuses this server and not the visitor. */
export type Verdict = 'ok' | 'refused' | 'unreachable';

/** Checks whether a visitor is a program. */
export interface Challenges {
  /** Null where the server has no provider: then no visitor is challenged. */
  readonly offered: Challenge | null;
  /** Verifies the token that the provider gave the visitor's browser; each works once. Never throws. */
  verify(token: string, address: string): Promise<Verdict>;
}

/** The challenges of a server without a provider. */
export const noChallenges: Challenges = { offered: null, verify: async () => 'unreachable' };

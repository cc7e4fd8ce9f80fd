/** Which provider a page shows, and the public key that it shows it with. */
export interface Challenge {
  readonly provider: 'turnstile' | 'hcaptcha';
  readonly siteKey: string;
}

/** `unreachable` when nobody can tell: the provider does not answer, or refuses this server and not the visitor. */
export type Verdict = 'ok' | 'refused' | 'unreachable';

/** Asks whether a visitor is a program. */
export interface Challenges {
  /** Null where the server has no provider: then nobody is asked. */
  readonly offered: Challenge | null;
  /** Takes what the provider gave the visitor's browser; each works once. Never throws. */
  verify(token: string, address: string): Promise<Verdict>;
}

/** Of a server without a provider. */
export const noChallenges: Challenges = { offered: null, verify: async () => 'unreachable' };

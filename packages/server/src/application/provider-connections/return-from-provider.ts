import type { Core } from '../ports/core.ts';
import { attemptIdOf } from './connect-account.ts';

/** The query with which a provider sends a browser back. */
export interface ProviderReturn {
  readonly provider: string;
  readonly state: string;
  readonly code?: string | undefined;
  readonly error?: string | undefined;
}

/**
 * Returns the page to which a browser goes on from the redirect URI: the one that began, with the answer of the
 * provider behind its `#`, which no server is sent. Null for a state that was never made, was used, or has run out.
 */
export async function returnFromProvider(
  { connectionAttempts, realNow }: Pick<Core, 'connectionAttempts' | 'realNow'>,
  { provider, state, code, error }: ProviderReturn,
): Promise<string | null> {
  const attempt = await connectionAttempts.byId(attemptIdOf(state));
  if (!attempt || attempt.provider !== provider || attempt.expiresAt <= realNow()) return null;
  const answer = new URLSearchParams({
    state,
    ...(error !== undefined || code === undefined ? { error: error ?? 'no_code' } : { code }),
  });
  return `${attempt.returnTo}#${answer.toString()}`;
}

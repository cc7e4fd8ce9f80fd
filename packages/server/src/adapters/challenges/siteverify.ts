import type { Challenge, Challenges, Verdict } from '../../application/ports/challenges.ts';

/**
 * Both providers speak the same protocol. developers.cloudflare.com/turnstile/get-started/server-side-validation,
 * docs.hcaptcha.com
 */
const urls: Readonly<Record<Challenge['provider'], string>> = {
  turnstile: 'https://challenges.cloudflare.com/turnstile/v0/siteverify',
  hcaptcha: 'https://api.hcaptcha.com/siteverify',
};

/** The visitor waits for it. Milliseconds. */
const TIMEOUT = 3000;

/** Codes that are about this server or the provider, not about the visitor. */
const NOT_THE_VISITORS = /^(missing-input-secret|invalid-input-secret|sitekey-secret-mismatch|internal-error)$/;

export interface SiteverifyOptions extends Challenge {
  readonly secret: string;
  /** Replaces the provider's own URL. */
  readonly url?: string;
  /** Called with the reason why the provider could not be reached: a code, never a token or an address. */
  onUnreachable(reason: string): void;
}

interface Answer {
  readonly success?: unknown;
  readonly 'error-codes'?: unknown;
}

const isJson = ({ headers }: Response): boolean => /\bjson\b/.test(headers.get('content-type') ?? '');

/** Verifies tokens at Turnstile or hCaptcha by `POST siteverify`. */
export function createSiteverify({
  provider,
  siteKey,
  secret,
  url = urls[provider],
  onUnreachable,
}: SiteverifyOptions): Challenges {
  const unreachable = (reason: string): Verdict => {
    onUnreachable(reason);
    return 'unreachable';
  };
  return {
    offered: { provider, siteKey },
    async verify(token, address) {
      try {
        const body = new URLSearchParams({ secret, response: token, remoteip: address });
        const response = await fetch(url, {
          method: 'POST',
          body,
          redirect: 'error',
          signal: AbortSignal.timeout(TIMEOUT),
        });
        if (response.status >= 500 || response.status === 429) return unreachable(`status ${response.status}`);
        // An error that a made-up token provokes must not pass a visitor.
        if (!response.ok && !isJson(response)) return 'refused';
        const { success, 'error-codes': codes } = (await response.json()) as Answer;
        if (success === true) return 'ok';
        const serverError = Array.isArray(codes)
          ? codes.find((code) => typeof code === 'string' && NOT_THE_VISITORS.test(code))
          : undefined;
        if (serverError !== undefined) return unreachable(serverError);
        return response.ok && success !== false ? unreachable('no verdict') : 'refused';
      } catch (error) {
        return unreachable(error instanceof Error ? error.name : 'unknown');
      }
    },
  };
}

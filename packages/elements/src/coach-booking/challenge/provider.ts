import type { Challenge } from '@coach-booking/sdk';

/** The interface that both providers' scripts have in common. */
export interface ProviderApi {
  render(place: HTMLElement, options: Readonly<Record<string, unknown>>): unknown;
  reset(widget: unknown): void;
  remove(widget: unknown): void;
}

const READY = 'coachBookingChallengeReady';

/** The only addresses from which a script is loaded. */
export const scripts: Readonly<Record<Challenge['provider'], string>> = {
  turnstile: `https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit&onload=${READY}`,
  hcaptcha: `https://js.hcaptcha.com/1/api.js?render=explicit&recaptchacompat=off&onload=${READY}`,
};

/** The milliseconds after which a script that has not reported back counts as not loaded. */
const LOAD_TIMEOUT = 20_000;

const page = globalThis as unknown as Record<string, unknown>;

interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}
let policy: { createScriptURL(url: string): string } | undefined;

/**
 * Returns a script address that Trusted Types accept. The policy is created at the first call and allows only these
 * addresses.
 */
function trusted(url: string): string {
  const createScriptURL = (given: string) => {
    if (Object.values(scripts).includes(given)) return given;
    throw new TypeError('No script of a challenge is there.');
  };
  policy ??= (page.trustedTypes as Policies | undefined)?.createPolicy('coach-booking#challenge', {
    createScriptURL,
  }) ?? {
    createScriptURL,
  };
  return policy.createScriptURL(url);
}

function load(provider: Challenge['provider']): Promise<ProviderApi> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    const timer = setTimeout(() => fail(), LOAD_TIMEOUT);
    const fail = () => {
      clearTimeout(timer);
      script.remove();
      reject(new Error('The script of the challenge did not come.'));
    };
    page[READY] = () => {
      clearTimeout(timer);
      resolve(page[provider] as ProviderApi);
    };
    script.async = true;
    script.addEventListener('error', fail);
    script.src = trusted(scripts[provider]);
    document.head.append(script);
  });
}

const loading = new Map<string, Promise<ProviderApi>>();

/**
 * Returns the provider's script: the page's own when it has one, else loaded once. Rejects when it cannot be loaded;
 * the next call tries again.
 */
export async function providerApi(provider: Challenge['provider']): Promise<ProviderApi> {
  if (page[provider] && !loading.has(provider)) return page[provider] as ProviderApi;
  const api = loading.get(provider) ?? load(provider);
  loading.set(provider, api);
  api.catch(() => loading.delete(provider));
  return api;
}

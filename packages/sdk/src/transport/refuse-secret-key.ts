import { SecretKeyInBrowserError } from '../errors/secret-key-in-browser-error.ts';

/** @throws SecretKeyInBrowserError when what would go into a URL, or leave a page, is a partner's secret key. */
export function refuseSecretKey(value: string | null | undefined): void {
  if (value?.startsWith('sk_')) throw new SecretKeyInBrowserError();
}

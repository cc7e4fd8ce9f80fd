import { SecretKeyInBrowserError } from '../errors/secret-key-in-browser-error.ts';

/** @throws SecretKeyInBrowserError when a value that is put into a URL, or leaves a page, is a partner's secret key. */
export function refuseSecretKey(value: string | null | undefined): void {
  if (value?.startsWith('sk_')) throw new SecretKeyInBrowserError();
}

import type { ConnectedProvider } from '../../domain/provider-connection/provider-connection.ts';

/** Returns the redirect URI of a provider, which has to be registered there exactly as it is. */
export function callbackAddress(publicUrl: string, provider: ConnectedProvider): string {
  return `${publicUrl}/oauth/${provider}/callback`;
}

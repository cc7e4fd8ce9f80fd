import type { MessagingSettings } from '../ports/messaging.ts';

/** Returns the URL that a provider of SMS calls, for these settings of a partner. */
export function hookAddress(publicUrl: string, { hookToken }: Required<Pick<MessagingSettings, 'hookToken'>>): string {
  return `${publicUrl}/hooks/twilio/${hookToken}`;
}

/**
 * Returns whether a provider accepts a URL of this server: it refuses names of one's own machine and ones with an
 * underscore, and with them the SMS.
 */
export function isReachable(publicUrl: string): boolean {
  const { hostname } = new URL(publicUrl);
  return hostname.includes('.') && !hostname.includes('_') && !/^127\.|^0\.0\.0\.0$/.test(hostname);
}

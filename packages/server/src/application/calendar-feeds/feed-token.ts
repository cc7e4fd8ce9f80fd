import { createHash } from 'node:crypto';

/** Returns what is stored of a token: 256 random bits need no slow hash. */
export function tokenHashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** The two forms of a feed's address. */
export interface FeedAddress {
  readonly url: string;
  /** Opens the calendar program of a phone or computer. */
  readonly webcalUrl: string;
}

export function feedAddress(publicUrl: string, token: string): FeedAddress {
  const url = `${publicUrl}/feeds/${token}.ics`;
  return { url, webcalUrl: url.replace(/^https?:/, 'webcal:') };
}

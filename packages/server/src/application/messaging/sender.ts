import { brandOf } from '../mail/brand-of.ts';
import type { MessagingSettings } from '../ports/messaging.ts';
import type { Partner } from '../ports/partners.ts';

/** Returns whose name stands as the sender of mails, and where answers go where the partner has set that. */
export function senderOf(
  partner: Partner | null,
  { email: { senderName, replyTo } }: Pick<MessagingSettings, 'email'>,
): { readonly fromName: string; readonly replyTo: string | undefined } {
  return { fromName: senderName ?? brandOf(partner).name, replyTo };
}

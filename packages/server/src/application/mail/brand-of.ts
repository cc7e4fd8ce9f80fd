import type { MessagingSettings } from '../ports/messaging.ts';
import type { Partner } from '../ports/partners.ts';
import type { MessageBrand } from './message-brand.ts';

/** The sender, when the partner cannot be read. */
const UNNAMED = 'Coach booking';

/**
 * Returns who sends, as readers see it: the same in every mail of a partner, with the postal address of the settings
 * that stands below.
 */
export function brandOf(
  partner: Partner | null,
  { postalAddress }: Pick<MessagingSettings, 'postalAddress'> = {},
): MessageBrand {
  return {
    name: partner?.branding.name ?? partner?.name ?? UNNAMED,
    accent: partner?.branding.accent,
    logoUrl: partner?.branding.logoUrl,
    tone: partner?.branding.tone,
    address: postalAddress,
  };
}

import type { InputOf } from '../kernel/contract.ts';
import type { Branding } from '../ports/partners.ts';
import { present } from '../kernel/present.ts';
import { refuseInput, trimmed } from '../kernel/scope.ts';

type BrandingPatch = NonNullable<InputOf<'updatePartner'>['branding']>;

/** Returns the address of a logo as it is stored. Throws INVALID_REQUEST. */
const logoOf = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== 'https:') return refuseInput('branding.logoUrl', 'Must begin with https://.');
  if (url.username || url.password) return refuseInput('branding.logoUrl', 'Must not hold a user or a password.');
  return url.href;
};

/** Returns the branding with the given fields; null removes a field. Throws INVALID_REQUEST. */
export function withBranding(branding: Branding, { name, logoUrl, accent }: BrandingPatch): Branding {
  const given = {
    ...branding,
    ...(name !== undefined && { name: trimmed('branding.name', name) }),
    ...(logoUrl !== undefined && { logoUrl: logoUrl === null ? undefined : logoOf(logoUrl) }),
    ...(accent !== undefined && { accent: accent === null ? undefined : accent.toLowerCase() }),
  };
  return present<{ name?: string | undefined; logoUrl?: string | undefined; accent?: string | undefined }>(given);
}

import type { InputOf } from '../kernel/contract.ts';
import type { Branding, BrandText } from '../ports/partners.ts';
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

/** Returns texts as they are stored. Throws INVALID_REQUEST for a name that is there twice in a language. */
const textsOf = (texts: readonly BrandText[]): BrandText[] | undefined => {
  const seen = new Set<string>();
  const stored = texts.map(({ language, key, text }, at) => {
    const name = `${language} ${key}`;
    if (seen.has(name)) return refuseInput(`branding.texts.${at}.key`, `${key} is there twice in ${language}.`);
    seen.add(name);
    return { language, key, text: trimmed(`branding.texts.${at}.text`, text) };
  });
  return stored.length > 0 ? stored : undefined;
};

/** Returns the branding with the given fields; null removes a field. Throws INVALID_REQUEST. */
export function withBranding(branding: Branding, { name, logoUrl, accent, tone, texts }: BrandingPatch): Branding {
  const given = {
    ...branding,
    ...(name !== undefined && { name: trimmed('branding.name', name) }),
    ...(logoUrl !== undefined && { logoUrl: logoUrl === null ? undefined : logoOf(logoUrl) }),
    ...(accent !== undefined && { accent: accent === null ? undefined : accent.toLowerCase() }),
    ...(tone !== undefined && { tone: tone ?? undefined }),
    ...(texts !== undefined && { texts: texts === null ? undefined : textsOf(texts) }),
  };
  return present<{ [Field in keyof Branding]: Branding[Field] | undefined }>(given);
}

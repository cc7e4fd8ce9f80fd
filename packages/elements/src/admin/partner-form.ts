import type { Partner } from './calls.ts';
import type { AdminPhrase } from './texts/index.ts';

/** What can be changed of a partner, as it is typed. */
export interface PartnerForm {
  readonly name: string;
  readonly origins: readonly string[];
  readonly brandName: string;
  readonly logoUrl: string;
  /** `#rrggbb`, or empty. */
  readonly accent: string;
}

export type PartnerField = keyof PartnerForm;

/** Fields and their names, in the order of the form. */
export const fieldNames: Readonly<Record<PartnerField, AdminPhrase>> = {
  name: 'partnerName',
  origins: 'origins',
  brandName: 'brandName',
  logoUrl: 'logoUrl',
  accent: 'accent',
};
const fields = Object.keys(fieldNames) as PartnerField[];

/** A partner as the form shows it. */
export const formOf = ({ name, allowedOrigins, branding }: Partner): PartnerForm => ({
  name,
  origins: allowedOrigins,
  brandName: branding.name ?? '',
  logoUrl: branding.logoUrl ?? '',
  accent: branding.accent ?? '',
});

const isSame = (a: PartnerForm, b: PartnerForm, field: PartnerField): boolean => JSON.stringify(a[field]) === JSON.stringify(b[field]);

/** Fields in which a form differs from what it began with. */
export const changedIn = (base: Partner, form: PartnerForm): readonly PartnerField[] =>
  fields.filter((field) => !isSame(formOf(base), tidied(form), field));

/** The origin of whatever address was typed; the text itself when it is no address. */
export function originOf(text: string): string {
  const trimmed = text.trim();
  try {
    const { origin, protocol } = new URL(trimmed);
    return /^https?:$/.test(protocol) ? origin : trimmed;
  } catch {
    return trimmed;
  }
}

/** Without blanks at the ends, and without origins that were left empty. */
export const tidied = ({ name, origins, brandName, logoUrl, accent }: PartnerForm): PartnerForm => ({
  name: name.trim(),
  origins: origins.map(originOf).filter((origin) => origin !== ''),
  brandName: brandName.trim(),
  logoUrl: logoUrl.trim(),
  accent: accent.trim().toLowerCase(),
});

/** What is wrong, by field; an origin by `origin-{index}`. */
export function errorsIn(form: PartnerForm, base: Partner): Readonly<Record<string, AdminPhrase>> {
  const { name, brandName, logoUrl, accent } = tidied(form);
  const errors: Record<string, AdminPhrase> = {};
  if (name === '') errors['name'] = 'error_required';
  if (brandName === '' && base.branding.name) errors['brandName'] = 'error_keepName';
  if (logoUrl !== '' && !/^https:\/\/[^\s/]/.test(logoUrl)) errors['logoUrl'] = 'error_https';
  if (accent !== '' && !/^#[0-9a-f]{6}$/.test(accent)) errors['accent'] = 'error_colour';
  const origins = form.origins.map(originOf);
  origins.forEach((origin, at) => {
    if (origin === '') return;
    if (!/^https?:\/\/[^/\s]+$/.test(origin)) errors[`origin-${at}`] = 'error_origin';
    else if (origins.indexOf(origin) < at) errors[`origin-${at}`] = 'error_twice';
  });
  return errors;
}

/** What to send: only what was changed, and the version that it was changed from; null when nothing was. */
export function patchOf(base: Partner, form: PartnerForm) {
  const changed = changedIn(base, form);
  if (changed.length === 0) return null;
  const { name, origins, brandName, logoUrl, accent } = tidied(form);
  const has = (field: PartnerField) => changed.includes(field);
  const branding = {
    ...(has('brandName') && { name: brandName }),
    ...(has('logoUrl') && { logoUrl: logoUrl || null }),
    ...(has('accent') && { accent: accent || null }),
  };
  return {
    ...(has('name') && { name }),
    ...(has('origins') && { allowedOrigins: [...origins] }),
    ...(Object.keys(branding).length > 0 && { branding }),
    version: base.version,
  };
}

/** One's changes put upon what somebody else saved, and the fields that both changed, each to something else. */
export function rebased(
  base: Partner,
  form: PartnerForm,
  theirs: Partner,
): { readonly form: PartnerForm; readonly both: readonly PartnerField[] } {
  const mine = changedIn(base, form);
  const next = formOf(theirs);
  const kept = Object.fromEntries(mine.map((field) => [field, form[field]]));
  const merged = { ...next, ...kept };
  const both = mine.filter((field) => !isSame(formOf(base), next, field) && !isSame(tidied(merged), next, field));
  return { form: merged, both };
}

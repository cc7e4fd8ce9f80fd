import { wholeNumber } from '@coach-booking/elements/internal/numbers';
import { intakeErrorsOf, intakeFormOf, intakeInputOf, type IntakeForm } from '../desk/services/intake-form.ts';
import type { Partner } from './calls.ts';
import type { AdminPhrase } from './texts/index.ts';

/** The fields of a partner that can be changed, as they are typed. */
export interface PartnerForm {
  readonly name: string;
  readonly origins: readonly string[];
  /** The partner's page on which bookings are managed; empty for the hosted one. */
  readonly manageUrl: string;
  readonly brandName: string;
  readonly logoUrl: string;
  /** `#rrggbb`, or empty. */
  readonly accent: string;
  /** The way in which those who book are addressed; empty for what each language has by itself. */
  readonly tone: '' | NonNullable<Partner['branding']['tone']>;
  /** Texts in place of those of the widget. */
  readonly texts: readonly BrandText[];
  readonly requireSecondFactor: Partner['requireSecondFactor'];
  readonly challenge: boolean;
  readonly confirmByEmail: boolean;
  /** The room for sessions whose meeting could not be made. */
  readonly videoFallbackProvider: 'none' | NonNullable<Partner['videoFallback']>['provider'];
  readonly videoFallbackUrl: string;
  /** The most bookings of a visitor; empty is unlimited. */
  readonly bookingsPerEmail: string;
  readonly bookingsPerAddress: string;
  readonly holdsPerAddress: string;
  /** Whether these three return to the server's own values. */
  readonly serverCaps: boolean;
  /** The questions of services that have none of their own. */
  readonly intake: IntakeForm;
}

/** A text in place of one of the widget's. */
export type BrandText = NonNullable<Partner['branding']['texts']>[number];

export type PartnerField = keyof PartnerForm;

/** Fields and their names, in the order of the form. */
export const fieldNames: Readonly<Record<PartnerField, AdminPhrase>> = {
  name: 'partnerName',
  origins: 'origins',
  manageUrl: 'manageUrl',
  brandName: 'brandName',
  logoUrl: 'logoUrl',
  accent: 'accent',
  tone: 'tone',
  texts: 'brandTexts',
  requireSecondFactor: 'secondFactor',
  challenge: 'challenge',
  confirmByEmail: 'confirmByEmail',
  videoFallbackProvider: 'videoFallbackProvider',
  videoFallbackUrl: 'videoFallbackUrl',
  bookingsPerEmail: 'bookingsPerEmail',
  bookingsPerAddress: 'bookingsPerAddress',
  holdsPerAddress: 'holdsPerAddress',
  serverCaps: 'serverCaps',
  intake: 'questions',
};

export const brandFields = [
  'brandName',
  'logoUrl',
  'accent',
  'tone',
  'texts',
] as const satisfies readonly PartnerField[];
export const roomFields = ['videoFallbackProvider', 'videoFallbackUrl'] as const satisfies readonly PartnerField[];
export const intakeFields = ['intake'] as const satisfies readonly PartnerField[];

/** The caps on a visitor, and the highest value of each. */
export const capLimits = { bookingsPerEmail: 1_000_000, bookingsPerAddress: 1_000_000, holdsPerAddress: 1000 } as const;
export type Cap = keyof typeof capLimits;
export const caps = Object.keys(capLimits) as Cap[];
const byCap = <T>(of: (cap: Cap) => T) => Object.fromEntries(caps.map((cap) => [cap, of(cap)])) as Record<Cap, T>;

const fields = Object.keys(fieldNames) as PartnerField[];

/** The fields of the page of the partner: those that have no page of their own. */
export const partnerFields: readonly PartnerField[] = fields.filter(
  (field) => ![...brandFields, ...roomFields, ...intakeFields].some((other) => other === field),
);

/** Returns the field that a problem is about. */
export function fieldOf(problem: string): PartnerField {
  if (problem.startsWith('origin-')) return 'origins';
  if (problem.startsWith('text-')) return 'texts';
  return problem.startsWith('intake-') ? 'intake' : (problem as PartnerField);
}

/** Returns a partner as the form shows it. */
export function formOf({
  name,
  allowedOrigins,
  branding,
  requireSecondFactor,
  challenge,
  confirmByEmail = false,
  videoFallback,
  guestCaps,
  manageUrl = '',
  intake,
}: Partner): PartnerForm {
  return {
    name,
    origins: allowedOrigins,
    manageUrl,
    brandName: branding.name ?? '',
    logoUrl: branding.logoUrl ?? '',
    accent: branding.accent ?? '',
    tone: branding.tone ?? '',
    texts: branding.texts ?? [],
    requireSecondFactor,
    challenge,
    confirmByEmail,
    videoFallbackProvider: videoFallback?.provider ?? 'none',
    videoFallbackUrl: videoFallback?.url ?? '',
    ...byCap((cap) => `${guestCaps[cap] ?? ''}`),
    serverCaps: false,
    intake: intakeFormOf(intake),
  };
}

const isSame = (a: PartnerForm, b: PartnerForm, field: PartnerField): boolean =>
  JSON.stringify(a[field]) === JSON.stringify(b[field]);

/** Returns the fields in which a form differs from its first state. */
export function changedIn(base: Partner, form: PartnerForm): readonly PartnerField[] {
  return fields.filter((field) => !isSame(formOf(base), tidied(form), field));
}

/** Returns the origin of a typed address; the text itself when it is no address. */
export function originOf(text: string): string {
  const trimmed = text.trim();
  try {
    const { origin, protocol } = new URL(trimmed);
    return /^https?:$/.test(protocol) ? origin : trimmed;
  } catch {
    return trimmed;
  }
}

/** Returns the form without surrounding blanks and without empty origins. */
export function tidied(form: PartnerForm): PartnerForm {
  return {
    ...form,
    name: form.name.trim(),
    origins: form.origins.map(originOf).filter((origin) => origin !== ''),
    manageUrl: form.manageUrl.trim(),
    brandName: form.brandName.trim(),
    logoUrl: form.logoUrl.trim(),
    accent: form.accent.trim().toLowerCase(),
    texts: form.texts.map((one) => ({ ...one, text: one.text.trim() })),
    videoFallbackUrl: form.videoFallbackProvider === 'none' ? '' : form.videoFallbackUrl.trim(),
    ...byCap((cap) => form[cap].trim()),
  };
}

/** Returns the problems by field; those of an origin by `origin-{index}`, those of a text by `text-{index}`. */
export function errorsIn(form: PartnerForm, base: Partner): Readonly<Record<string, AdminPhrase>> {
  const tidy = tidied(form);
  const { name, manageUrl, brandName, logoUrl, accent, videoFallbackProvider, videoFallbackUrl } = tidy;
  const errors: Record<string, AdminPhrase> = {};
  if (name === '') errors['name'] = 'error_required';
  if (manageUrl !== '' && (manageUrl.includes('#') || !tidy.origins.includes(originOf(manageUrl))))
    errors['manageUrl'] = 'error_manageUrl';
  if (brandName === '' && base.branding.name) errors['brandName'] = 'error_keepName';
  if (logoUrl !== '' && !/^https:\/\/[^\s/]/.test(logoUrl)) errors['logoUrl'] = 'error_https';
  if (videoFallbackProvider !== 'none' && !/^https:\/\/[^\s/]/.test(videoFallbackUrl))
    errors['videoFallbackUrl'] = videoFallbackUrl === '' ? 'error_required' : 'error_https';
  if (accent !== '' && !/^#[0-9a-f]{6}$/.test(accent)) errors['accent'] = 'error_colour';
  for (const cap of form.serverCaps ? [] : caps)
    if (tidy[cap] !== '' && wholeNumber(tidy[cap], 1, capLimits[cap]) === null)
      errors[cap] = cap === 'holdsPerAddress' ? 'error_holds' : 'error_cap';
  for (const field of Object.keys(intakeErrorsOf(form.intake))) errors[`intake-${field}`] = 'error_fields';
  const origins = form.origins.map(originOf);
  origins.forEach((origin, at) => {
    if (origin === '') return;
    if (!/^https?:\/\/[^/\s*%]+$/.test(origin)) errors[`origin-${at}`] = 'error_origin';
    else if (origins.indexOf(origin) < at) errors[`origin-${at}`] = 'error_twice';
  });
  const named = tidy.texts.map(({ language, key }) => `${language} ${key}`);
  tidy.texts.forEach(({ text }, at) => {
    if (text === '') errors[`text-${at}`] = 'error_required';
    else if (named.indexOf(named[at]!) < at) errors[`text-${at}`] = 'error_textTwice';
  });
  return errors;
}

/**
 * Returns the changed ones of these fields, and the version that they are based on; null when none of them was
 * changed.
 */
export function patchOf(base: Partner, form: PartnerForm, of: readonly PartnerField[] = fields) {
  const changed = changedIn(base, form).filter((field) => of.includes(field));
  if (changed.length === 0) return null;
  const tidy = tidied(form);
  const { name, origins, manageUrl, brandName, logoUrl, accent, tone, texts } = tidy;
  const { requireSecondFactor, challenge, confirmByEmail, serverCaps } = tidy;
  const { videoFallbackProvider: room, videoFallbackUrl: url } = tidy;
  const has = (field: PartnerField) => changed.includes(field);
  const branding = {
    ...(has('brandName') && { name: brandName }),
    ...(has('logoUrl') && { logoUrl: logoUrl || null }),
    ...(has('accent') && { accent: accent || null }),
    ...(has('tone') && { tone: tone || null }),
    ...(has('texts') && { texts: texts.length > 0 ? [...texts] : null }),
  };
  const guestCaps = Object.fromEntries(
    caps.filter(has).map((cap) => [cap, tidy[cap] === '' ? null : Number(tidy[cap])]),
  );
  return {
    ...(has('name') && { name }),
    ...(has('origins') && { allowedOrigins: [...origins] }),
    ...(has('manageUrl') && { manageUrl: manageUrl || null }),
    ...(Object.keys(branding).length > 0 && { branding }),
    ...(has('requireSecondFactor') && { requireSecondFactor }),
    ...(has('challenge') && { challenge }),
    ...(has('confirmByEmail') && { confirmByEmail }),
    ...((has('videoFallbackProvider') || has('videoFallbackUrl')) && {
      videoFallback: room === 'none' ? null : { provider: room, url },
    }),
    ...(has('intake') && { intake: intakeInputOf(form.intake) ?? null }),
    ...(serverCaps && has('serverCaps') ? { guestCaps: null } : Object.keys(guestCaps).length > 0 && { guestCaps }),
    version: base.version,
  };
}

/** Returns the own changes applied to a newer version, and the fields that both changed differently. */
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

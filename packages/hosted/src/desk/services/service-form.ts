import type { InputOf, Service } from '@coach-booking/sdk';
import type { Reminders } from '../messages/calls.ts';
import { draftOf, ruleOf, wrongOf, type DraftRule } from '../messages/rule.ts';
import { intakeErrorsOf, intakeFormOf, intakeInputOf, type IntakeForm } from './intake-form.ts';
import { isPrice, priceOf, typedPrice } from './price.ts';
import type { ServiceTexts } from './texts/index.ts';
import { videoFormOf, videoInputOf, wrongAddressOf, type VideoForm } from './video-form.ts';

/** A service as it is typed. */
export interface ServiceForm extends VideoForm, IntakeForm {
  readonly title: string;
  readonly description: string;
  /** Minutes. */
  readonly duration: string;
  /** In whole units and a part, `75.50`; empty for none. */
  readonly price: string;
  readonly currency: string;
  readonly locationKind: Service['locationKind'];
  /** The place of a service in person; all three empty for none. */
  readonly placeName: string;
  readonly placeAddress: string;
  readonly placeHint: string;
  readonly whatToBring: string;
  /** Minutes; empty as the working hours have it. */
  readonly bufferBefore: string;
  readonly bufferAfter: string;
  /** Whether visitors are offered it. */
  readonly active: boolean;
  /** Whether guests confirm by mail; `partner` is as the business has it. */
  readonly confirmByEmail: 'partner' | 'yes' | 'no';
  /** Whether connected calendars are asked before a time of it is taken. */
  readonly verifyBusy: boolean;
  /** Whether the service has reminders of its own, in place of the coach's. */
  readonly hasReminders: boolean;
  readonly rules: readonly DraftRule[];
  readonly followUp: boolean;
}

export type FieldName = keyof ServiceForm;
export type Errors = Readonly<Partial<Record<FieldName, keyof ServiceTexts>>>;
type Input = Omit<InputOf<'createService'>, 'coach'>;

/** Returns an empty form. A service that gets reminders of its own begins with those of the coach. */
export function newForm(currency: string, { rules, followUp }: Reminders): ServiceForm {
  return {
    title: '',
    description: '',
    duration: '60',
    price: '',
    currency,
    locationKind: 'in_person',
    placeName: '',
    placeAddress: '',
    placeHint: '',
    whatToBring: '',
    bufferBefore: '',
    bufferAfter: '',
    active: true,
    ...videoFormOf(undefined),
    ...intakeFormOf(undefined),
    confirmByEmail: 'partner',
    verifyBusy: false,
    hasReminders: false,
    rules: rules.map(draftOf),
    followUp,
  };
}

export function formOf(service: Service, currency: string, ofCoach: Reminders): ServiceForm {
  const { title, description = '', duration, price, locationKind, place, video, reminders } = service;
  const { confirmByEmail, verifyBusy = false } = service;
  return {
    ...newForm(price?.currency ?? currency, reminders ?? ofCoach),
    title,
    description,
    duration: `${duration}`,
    price: price ? typedPrice(price) : '',
    locationKind,
    placeName: place?.name ?? '',
    placeAddress: place?.address ?? '',
    placeHint: place?.hint ?? '',
    whatToBring: service.whatToBring ?? '',
    bufferBefore: `${service.bufferBefore ?? ''}`,
    bufferAfter: `${service.bufferAfter ?? ''}`,
    active: service.active ?? true,
    ...videoFormOf(video),
    ...intakeFormOf(service.intake),
    confirmByEmail: confirmByEmail === undefined ? 'partner' : confirmByEmail ? 'yes' : 'no',
    verifyBusy,
    hasReminders: reminders !== undefined,
  };
}

const isDuration = (text: string): boolean => /^\d{1,4}$/.test(text) && +text >= 5 && +text <= 1440;
const isBuffer = (text: string): boolean => text === '' || (/^\d{1,3}$/.test(text) && +text <= 720);
const codeOf = ({ currency }: ServiceForm): string => currency.trim().toUpperCase();

/** Returns the index of the first rule that cannot be saved; -1 when all can. */
export function wrongRule({ hasReminders, rules }: ServiceForm): number {
  return hasReminders ? rules.findIndex((rule, at) => wrongOf(rule, rules.slice(0, at)) !== null) : -1;
}

/** Returns what cannot be saved, by field. */
export function errorsOf(form: ServiceForm): Errors {
  const hasCode = /^[A-Z]{3}$/.test(codeOf(form));
  const wrongAddress = form.locationKind === 'online' && wrongAddressOf(form);
  const needsAddress = form.locationKind === 'in_person' && !!(form.placeName.trim() || form.placeHint.trim());
  return {
    ...(!form.title.trim() && { title: 'error_required' }),
    ...(!isDuration(form.duration.trim()) && { duration: 'error_duration' }),
    ...(!isBuffer(form.bufferBefore.trim()) && { bufferBefore: 'error_buffer' }),
    ...(!isBuffer(form.bufferAfter.trim()) && { bufferAfter: 'error_buffer' }),
    ...(hasCode && !isPrice(form.price.trim(), codeOf(form)) && { price: 'error_price' }),
    ...(!hasCode && form.price.trim() && { currency: 'error_currency' }),
    ...(needsAddress && !form.placeAddress.trim() && { placeAddress: 'error_address' }),
    ...(wrongAddress && { [wrongAddress]: 'error_video' }),
    ...(wrongRule(form) >= 0 && { rules: 'error_rules' }),
    ...intakeErrorsOf(form),
  } as const;
}

const placeOf = ({ locationKind, placeName, placeAddress, placeHint }: ServiceForm): Service['place'] => {
  const [name, address, hint] = [placeName.trim(), placeAddress.trim(), placeHint.trim()];
  return locationKind === 'in_person' && address
    ? { ...(name && { name }), address, ...(hint && { hint }) }
    : undefined;
};

/** Returns the input of a new service. The form has no errors. */
export function inputOf(form: ServiceForm): Input {
  const price = priceOf(form.price.trim(), codeOf(form));
  const place = placeOf(form);
  const intake = intakeInputOf(form);
  const video = form.locationKind === 'online' ? videoInputOf(form) : undefined;
  return {
    title: form.title.trim(),
    ...(form.description.trim() && { description: form.description.trim() }),
    duration: +form.duration,
    ...(price && { price }),
    locationKind: form.locationKind,
    ...(place && { place }),
    ...(form.whatToBring.trim() && { whatToBring: form.whatToBring.trim() }),
    ...(form.bufferBefore.trim() && { bufferBefore: +form.bufferBefore }),
    ...(form.bufferAfter.trim() && { bufferAfter: +form.bufferAfter }),
    ...(!form.active && { active: false }),
    ...(video && { video }),
    ...(intake && { intake }),
    ...(form.confirmByEmail !== 'partner' && { confirmByEmail: form.confirmByEmail === 'yes' }),
    ...(form.verifyBusy && { verifyBusy: true }),
    ...(form.hasReminders && { reminders: { rules: form.rules.map(ruleOf), followUp: form.followUp } }),
  };
}

type Changes = Omit<InputOf<'updateService'>, 'coach' | 'id'>;

/** The value that a field has when it is taken away. */
const taken: Changes = {
  description: '',
  price: null,
  place: null,
  whatToBring: null,
  bufferBefore: null,
  bufferAfter: null,
  active: true,
  video: null,
  confirmByEmail: null,
  verifyBusy: false,
  reminders: null,
  intake: null,
};

/** Returns the fields that were changed, so that other people's changes stay; null when none was. */
export function changesOf(before: ServiceForm, form: ServiceForm): Changes | null {
  const [was, is]: Record<string, unknown>[] = [{ ...inputOf(before) }, { ...inputOf(form) }];
  const names = Object.keys({ ...was, ...is }).filter(
    (name) => JSON.stringify(was![name]) !== JSON.stringify(is![name]),
  );
  if (names.length === 0) return null;
  return Object.fromEntries(names.map((name) => [name, is![name] ?? taken[name as keyof Changes]]));
}

/** The fields that the server names otherwise. */
const fields: Readonly<Record<string, FieldName>> = {
  'price.amount': 'price',
  'price.currency': 'currency',
  place: 'placeAddress',
  'place.name': 'placeName',
  'place.address': 'placeAddress',
  'place.hint': 'placeHint',
  video: 'videoUrl',
  'video.url': 'videoUrl',
  'video.fallback.url': 'fallbackUrl',
  'intake.consent.text': 'consentText',
  'intake.consent.url': 'consentUrl',
  'intake.waiver.text': 'waiverText',
};

/** Returns the fields that the server has refused, from the paths of its problems. */
export function refusedFields(problems: readonly { readonly path: string }[], form: ServiceForm): Errors {
  const names = problems.map(
    ({ path }) =>
      fields[path] ?? (path.startsWith('reminders') ? 'rules' : path.startsWith('intake') ? 'waiverText' : path),
  );
  return Object.fromEntries(names.filter((name) => name in form).map((name) => [name, 'error_refused' as const]));
}

import type { Coach, InputOf } from '@coach-booking/sdk';
import { isPrice, priceOf } from '../desk/services/price.ts';
import type { AdminPhrase } from './texts/index.ts';

/** A service as it is typed. */
export interface ServiceForm {
  readonly title: string;
  /** Minutes. */
  readonly duration: string;
  /** The price in whole units and a part, `75.50`; empty for none. */
  readonly price: string;
  readonly currency: string;
  readonly locationKind: 'online' | 'in_person';
}

/** A coach as it is typed. */
export interface CoachForm {
  readonly name: string;
  readonly slug: string;
  readonly timeZone: string;
  readonly bio: string;
  /** Separated by commas. */
  readonly specialties: string;
  /** Empty for no limit. */
  readonly capacity: string;
  readonly active: boolean;
  /** The user of the business's Zoom account who hosts; empty for the coach's own address. */
  readonly zoomUser: string;
  /** Local times on weekdays, both empty for none: only for a new coach. */
  readonly from: string;
  readonly to: string;
}

export type Errors = Readonly<Record<string, AdminPhrase>>;

export function newService(currency: string): ServiceForm {
  return {
    title: '',
    duration: '60',
    price: '',
    currency,
    locationKind: 'in_person',
  };
}

export function newCoach(timeZone: string): CoachForm {
  return {
    name: '',
    slug: '',
    timeZone,
    bio: '',
    specialties: '',
    capacity: '',
    active: true,
    zoomUser: '',
    from: '09:00',
    to: '17:00',
  };
}

export function coachFormOf(coach: Coach): CoachForm {
  const { name, slug, timeZone, bio, specialties, capacity, active, zoomUser = '' } = coach;
  return {
    ...newCoach(timeZone),
    name,
    slug,
    bio,
    specialties: specialties.join(', '),
    capacity: capacity.total === null ? '' : `${capacity.total}`,
    active,
    zoomUser,
  };
}

const isWhole = (text: string, least: number, most: number): boolean =>
  /^\d{1,5}$/.test(text) && +text >= least && +text <= most;
const given = (errors: Readonly<Record<string, AdminPhrase | false>>): Errors =>
  Object.fromEntries(Object.entries(errors).filter((entry): entry is [string, AdminPhrase] => entry[1] !== false));

export function serviceErrors({ title, duration, price, currency }: ServiceForm): Errors {
  return given({
    'service-title': title.trim() === '' && 'error_required',
    'service-duration': !isWhole(duration.trim(), 5, 1440) && 'error_duration',
    'service-price': !isPrice(price.trim(), currency.trim().toUpperCase()) && 'error_price',
    'service-currency': !/^[a-z]{3}$/i.test(currency.trim()) && 'error_currency',
  });
}

/** Returns the problems of the form. With `isNew`, the hours are validated too. */
export function coachErrors(form: CoachForm, isNew: boolean): Errors {
  const { name, slug, timeZone, capacity, zoomUser, from, to } = form;
  return given({
    'coach-name': name.trim() === '' && 'error_required',
    'coach-slug': !(isNew && slug.trim() === '') && !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(slug.trim()) && 'error_slug',
    'coach-timeZone': timeZone.trim() === '' && 'error_required',
    'coach-capacity': capacity.trim() !== '' && !isWhole(capacity.trim(), 1, 1000) && 'error_capacity',
    'coach-zoomUser': /[\s/?#%]/.test(zoomUser.trim()) && 'error_zoomUser',
    'coach-to': isNew && from + to !== '' && !(from < to && from !== '') && 'error_hours',
  });
}

const listOf = (text: string): string[] =>
  [...new Set(text.split(/[,،]/).map((part) => part.trim()))].filter((part) => part !== '');
const capacityOf = (text: string): number | null => (text.trim() === '' ? null : +text);

export function serviceInputOf({ title, duration, price, currency, locationKind }: ServiceForm) {
  const money = priceOf(price.trim(), currency.trim().toUpperCase());
  return {
    title: title.trim(),
    duration: +duration,
    ...(money && { price: money }),
    locationKind,
  };
}

/**
 * Returns the input for a coach who can be booked at once: with a first service, and with hours on weekdays when they
 * are given.
 */
export function coachInputOf(form: CoachForm, service: ServiceForm): InputOf<'createCoach'> {
  return {
    name: form.name.trim(),
    ...(form.slug.trim() && { slug: form.slug.trim() }),
    timeZone: form.timeZone.trim(),
    bio: form.bio.trim(),
    specialties: listOf(form.specialties),
    capacity: capacityOf(form.capacity),
    active: form.active,
    ...(form.from && {
      schedule: { workingHours: [1, 2, 3, 4, 5].map((dayOfWeek) => ({ dayOfWeek, start: form.from, end: form.to })) },
    }),
    services: [serviceInputOf(service)],
  };
}

/** Returns the changed fields; null when nothing was changed. */
export function coachPatchOf(base: Coach, form: CoachForm) {
  const before = coachFormOf(base);
  const has = (field: keyof CoachForm) => form[field] !== before[field];
  const patch = {
    ...(has('name') && { name: form.name.trim() }),
    ...(has('slug') && { slug: form.slug.trim() }),
    ...(has('bio') && { bio: form.bio.trim() }),
    ...(has('specialties') && { specialties: listOf(form.specialties) }),
    ...(has('capacity') && { capacity: capacityOf(form.capacity) }),
    ...(has('active') && { active: form.active }),
    ...(has('zoomUser') && { zoomUser: form.zoomUser.trim() || null }),
  };
  return Object.keys(patch).length > 0 ? patch : null;
}

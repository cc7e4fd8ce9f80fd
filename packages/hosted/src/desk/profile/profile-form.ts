import type { Coach, InputOf } from '@coach-booking/sdk';
import type { ProfileTexts } from './texts/index.ts';

/** A profile as it is typed. */
export interface ProfileForm {
  readonly name: string;
  readonly bio: string;
  /** Separated by commas, as the other lists. */
  readonly specialties: string;
  readonly strengths: string;
  readonly certifications: string;
  /** Years. */
  readonly experience: string;
  /** Empty for no limit. */
  readonly capacity: string;
  readonly active: boolean;
}

export type ProfileField = keyof ProfileForm;
type Problem = keyof ProfileTexts;
export type ProfileErrors = Readonly<Partial<Record<ProfileField, Problem>>>;

/** The most letters of the text about the coach. */
export const MOST_BIO = 4000;
const MOST_ITEMS = 30;
const MOST_LETTERS = 80;

const lists = ['specialties', 'strengths', 'certifications'] as const;

export function formOf(coach: Coach): ProfileForm {
  return {
    name: coach.name,
    bio: coach.bio,
    specialties: coach.specialties.join(', '),
    strengths: coach.strengths.join(', '),
    certifications: coach.certifications.join(', '),
    experience: String(coach.experience),
    capacity: coach.capacity.total === null ? '' : String(coach.capacity.total),
    active: coach.active,
  };
}

/** Returns the items of a list as it is typed, each once. */
export function itemsOf(text: string): string[] {
  return [...new Set(text.split(/[,،\n]/).map((part) => part.trim()))].filter((part) => part !== '');
}

const isWhole = (text: string, least: number, most: number) =>
  /^\d{1,4}$/.test(text) && +text >= least && +text <= most;
const isShort = (text: string) => {
  const items = itemsOf(text);
  return items.length <= MOST_ITEMS && items.every(({ length }) => length <= MOST_LETTERS);
};

/** Returns the problems of the form, none when it can be saved. */
export function errorsOf(form: ProfileForm): ProfileErrors {
  const capacity = form.capacity.trim();
  return {
    ...(form.name.trim() === '' && { name: 'required' }),
    ...Object.fromEntries(lists.flatMap((name) => (isShort(form[name]) ? [] : [[name, 'listError' as const]]))),
    ...(!isWhole(form.experience.trim() || '0', 0, 80) && { experience: 'experienceError' }),
    ...(capacity !== '' && !isWhole(capacity, 1, 1000) && { capacity: 'capacityError' }),
  };
}

/** Returns the changed fields, as the server takes them; null when nothing was changed. */
export function changesOf(before: ProfileForm, form: ProfileForm): Omit<InputOf<'updateCoach'>, 'coach'> | null {
  const has = (field: ProfileField) => form[field] !== before[field];
  const capacity = form.capacity.trim();
  const changes = {
    ...(has('name') && { name: form.name.trim() }),
    ...(has('bio') && { bio: form.bio.trim() }),
    ...Object.fromEntries(lists.filter(has).map((name) => [name, itemsOf(form[name])])),
    ...(has('experience') && { experience: +form.experience.trim() }),
    ...(has('capacity') && { capacity: capacity === '' ? null : +capacity }),
    ...(has('active') && { active: form.active }),
  };
  return Object.keys(changes).length > 0 ? changes : null;
}

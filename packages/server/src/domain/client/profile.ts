import { epochDay, isPlainDate, type PlainDate } from '@coach-booking/time/plain-date';

export type Gender = 'female' | 'male' | 'other';
export type GymAccess = 'none' | 'home' | 'gym' | 'gym_and_home';

interface Single {
  readonly dateOfBirth: PlainDate;
  readonly gender: Gender;
  readonly heightCm: number;
  readonly weightKg: number;
  readonly gymAccess: GymAccess;
}

interface Lists {
  readonly goals: readonly string[];
  readonly dietaryRestrictions: readonly string[];
  readonly healthComplications: readonly string[];
  readonly injuries: readonly string[];
}

/** The facts that a client states for the connected coaches. Health data. */
export interface Profile extends Partial<Single>, Lists {
  /** Centimetres by name, such as `waist`. */
  readonly measurements: Readonly<Record<string, number>>;
}

/** `null` takes a single value out; lists and measurements are replaced; what is absent stays. */
export type ProfilePatch = { readonly [K in keyof Single]?: Single[K] | null } & Partial<
  Lists & Pick<Profile, 'measurements'>
>;

export const emptyProfile: Profile = {
  measurements: {},
  goals: [],
  dietaryRestrictions: [],
  healthComplications: [],
  injuries: [],
};

const singles: readonly (keyof Single)[] = ['dateOfBirth', 'gender', 'heightCm', 'weightKg', 'gymAccess'];
const lists: readonly (keyof Lists)[] = ['goals', 'dietaryRestrictions', 'healthComplications', 'injuries'];

/** Without spaces around, what is empty, and what stands there already. */
const withoutDuplicates = (notes: readonly string[]): readonly string[] => [
  ...new Set(notes.map((note) => note.trim()).filter((note) => note !== '')),
];

/** The profile with the patch in it. Does not validate a date of birth: see `isBirthDate`. */
export function mergeProfile(profile: Profile, patch: ProfilePatch): Profile {
  const kept = singles.flatMap((name) => {
    const value = patch[name] === undefined ? profile[name] : patch[name];
    return value === undefined || value === null ? [] : [[name, value]];
  });
  return {
    ...(Object.fromEntries(kept) as Partial<Single>),
    measurements: { ...(patch.measurements ?? profile.measurements) },
    ...(Object.fromEntries(
      lists.map((name) => [name, withoutDuplicates(patch[name] ?? profile[name])]),
    ) as unknown as Lists),
  };
}

/** No person has grown older. */
const OLDEST = 130;

/**
 * Years completed at a date. Who was born on 29 February completes one on 1 March where there is no 29th. Negative
 * before the birth.
 */
export function ageAt(dateOfBirth: PlainDate, date: PlainDate): number {
  const years = Number(date.slice(0, 4)) - Number(dateOfBirth.slice(0, 4));
  return date.slice(5) < dateOfBirth.slice(5) ? years - 1 : years;
}

/** Whether a person who lives today can have been born on that date. */
export function isBirthDate(text: string, today: PlainDate): text is PlainDate {
  return isPlainDate(text) && epochDay(text) <= epochDay(today) && ageAt(text, today) <= OLDEST;
}

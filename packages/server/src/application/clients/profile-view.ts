import type { components } from '@coach-booking/contract/types';
import type { Instant } from '@coach-booking/time/instant';
import { ageAt, emptyProfile } from '../../domain/client/profile.ts';
import { instantText } from '../kernel/instants.ts';
import type { StoredProfile } from '../ports/profiles.ts';
import type { User } from '../ports/users.ts';
import { present } from '../kernel/present.ts';
import { clientToday } from './client-zone.ts';

/** Returns a client's profile, with the age of today in their zone; it may be empty. */
export function profileView(
  stored: StoredProfile | null,
  user: Pick<User, 'timeZone'>,
  now: Instant,
): components['schemas']['Profile'] {
  const profile = stored?.profile ?? emptyProfile;
  const { goals, dietaryRestrictions, healthComplications, injuries, measurements, dateOfBirth, ...rest } = profile;
  return {
    ...rest,
    measurements: { ...measurements },
    goals: [...goals],
    dietaryRestrictions: [...dietaryRestrictions],
    healthComplications: [...healthComplications],
    injuries: [...injuries],
    ...present({
      dateOfBirth,
      age: dateOfBirth === undefined ? undefined : ageAt(dateOfBirth, clientToday(user, now)),
      updatedAt: stored ? instantText(stored.updatedAt) : undefined,
    }),
  };
}

import { emptyProfile, isBirthDate, mergeProfile } from '../../domain/client/profile.ts';
import type { StoredProfile } from '../ports/profiles.ts';
import { Refusal } from '../kernel/refusal.ts';
import { refuseInput, scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { clientToday } from './client-zone.ts';
import { ownAccount } from './own-account.ts';
import { profileView } from './profile-view.ts';

/** So many writers in a row can be faster before one gives up. */
const ATTEMPTS = 5;

/**
 * Changes what is given: null takes a single value out, lists and measurements are replaced. Throws INVALID_REQUEST for a date of birth that
 * cannot be one, SESSION_INVALID, VERSION_CONFLICT.
 */
export const updateMyProfile: UseCase<'updateMyProfile'> = (core) => async (context, patch) => {
  const user = await ownAccount(core, context);
  const { dateOfBirth } = patch;
  if (typeof dateOfBirth === 'string' && !isBirthDate(dateOfBirth, clientToday(user, context.now)))
    refuseInput('dateOfBirth', 'Must be a date on which somebody alive can have been born.');
  for (let tries = 0; tries < ATTEMPTS; tries++) {
    const stored = await core.profiles.of(scopeOf(context), user.id);
    const next: StoredProfile = {
      ...scopeOf(context),
      clientId: user.id,
      profile: mergeProfile(stored?.profile ?? emptyProfile, patch),
      version: (stored?.version ?? 0) + 1,
      updatedAt: context.now,
    };
    const isWritten = context.dryRun || (await (stored ? core.profiles.replace(next, stored.version) : core.profiles.insert(next)));
    if (isWritten) return { data: profileView(next, user, context.now) };
  }
  throw new Refusal('VERSION_CONFLICT', 'Others keep changing this profile.');
};

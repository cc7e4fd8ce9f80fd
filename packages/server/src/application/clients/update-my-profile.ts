import { emptyProfile, isBirthDate, mergeProfile } from '../../domain/client/profile.ts';
import type { StoredProfile } from '../ports/profiles.ts';
import { refuseInput, scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { compareAndSet, refuseConflict } from '../kernel/compare-and-set.ts';
import { clientToday } from './client-zone.ts';
import { ownAccount } from './own-account.ts';
import { profileView } from './profile-view.ts';
import type { Core } from '../ports/core.ts';

/**
 * Changes the given fields: null removes a single value, lists and measurements are replaced. Throws INVALID_REQUEST
 * for an impossible date of birth, SESSION_INVALID, VERSION_CONFLICT.
 */
export const updateMyProfile: UseCase<'updateMyProfile', Pick<Core, 'users' | 'profiles'>> =
  (core) => async (context, patch) => {
    const user = await ownAccount(core, context);
    const { dateOfBirth } = patch;
    if (typeof dateOfBirth === 'string' && !isBirthDate(dateOfBirth, clientToday(user, context.now)))
      return refuseInput('dateOfBirth', 'Must be a date on which somebody alive can have been born.');
    const changed = await compareAndSet<StoredProfile | null, StoredProfile>({
      read: () => core.profiles.of(scopeOf(context), user.id),
      write: async (stored) => {
        const next: StoredProfile = {
          ...scopeOf(context),
          clientId: user.id,
          profile: mergeProfile(stored?.profile ?? emptyProfile, { ...patch, dateOfBirth }),
          version: (stored?.version ?? 0) + 1,
          updatedAt: context.now,
        };
        const isWritten =
          context.dryRun || (await (stored ? core.profiles.replace(next, stored.version) : core.profiles.insert(next)));
        return isWritten ? next : null;
      },
      otherwise: () => refuseConflict('Others keep changing this profile.'),
    });
    return { data: profileView(changed, user, context.now) };
  };

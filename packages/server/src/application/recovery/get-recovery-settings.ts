import { readCoach } from '../coach-head/read-coach.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { recoverySettingsView } from './settings-view.ts';

type GetRecoverySettingsNeeds = Pick<Core, 'cache' | 'coaches' | 'ledgers' | 'cachedMessaging'>;

/** Returns what happens with bookings that are not finished. Throws COACH_NOT_FOUND. */
export const getRecoverySettings: UseCase<'getRecoverySettings', GetRecoverySettingsNeeds> =
  (core) =>
  async (context, { coach }) => {
    const { head } = await readCoach(core, context, coach);
    return { data: await recoverySettingsView(core, head) };
  };

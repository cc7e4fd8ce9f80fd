import { incentiveProblem, USUAL_RECOVERY, type RecoverySettings } from '../../domain/recovery/settings.ts';
import { changeHead, type ChangeHeadNeeds } from '../coach-head/change-head.ts';
import { present } from '../kernel/present.ts';
import { refuseInput } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { recoverySettingsView } from './settings-view.ts';

type UpdateRecoverySettingsNeeds = ChangeHeadNeeds & Pick<Core, 'cachedMessaging'>;

/**
 * Replaces what happens with bookings that are not finished. A dry run returns what it would be. Throws
 * COACH_NOT_FOUND, INVALID_REQUEST for more than 100 percent, VERSION_CONFLICT.
 */
export const updateRecoverySettings: UseCase<'updateRecoverySettings', UpdateRecoverySettingsNeeds> =
  (core) =>
  async (context, { coach, capture, automatic, incentive }) => {
    const problem = incentive && incentiveProblem(incentive);
    if (problem) refuseInput('incentive.value', problem);
    const recovery: RecoverySettings = { ...USUAL_RECOVERY, ...present({ capture, automatic, incentive }) };
    const { head } = await changeHead(core, context, coach, () => ({ recovery }));
    return { data: await recoverySettingsView(core, head) };
  };

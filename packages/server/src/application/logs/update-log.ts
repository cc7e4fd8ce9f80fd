import { mergeLog, type LogChanges, type LogKind } from '../../domain/client/log.ts';
import { clientToday } from '../clients/client-zone.ts';
import { ownAccount } from '../clients/own-account.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import type { StoredLogOf } from '../ports/logs.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { compareAndSet, refuseConflict } from '../kernel/compare-and-set.ts';
import { checkDayLimit } from './day-limit.ts';
import { findLog } from './find-log.ts';
import { sentFields } from './log-fields.ts';
import { logView, type LogInputs, type LogPatches, type LogViews } from './log-view.ts';

type UpdateLogNeeds = Pick<Core, 'users' | 'logs'>;

const updating =
  <K extends LogKind>(kind: K) =>
  (core: UpdateLogNeeds) =>
  async (
    context: Context,
    { id, ...patch }: LogPatches[K] & { readonly id: string },
  ): Promise<{ data: LogViews[K] }> => {
    const user = await ownAccount(core, context);
    const clientId = user.id;
    const fields = sentFields<K>(patch as unknown as Partial<LogInputs[K]>, clientToday(user, context.now));
    const of = { ...scopeOf(context), clientId, kind };
    const changed = await compareAndSet({
      read: () => findLog(core, { ...of, id }),
      write: async (old) => {
        if (fields.date !== undefined && fields.date !== old.date) await checkDayLimit(core, of, fields.date);
        const merged = mergeLog<K>(old, fields as LogChanges<K>);
        const log = { ...merged, version: old.version + 1 } as StoredLogOf<K>;
        return context.dryRun || (await core.logs.replace(log, old.version)) ? log : null;
      },
      otherwise: () => refuseConflict(`Others keep changing entry ${id}.`),
    });
    return { data: logView(changed) };
  };

/**
 * Changes the given fields of the caller's workout. Throws LOG_NOT_FOUND, INVALID_REQUEST, SESSION_INVALID,
 * VERSION_CONFLICT.
 */
export const updateWorkoutLog: UseCase<'updateWorkoutLog', UpdateLogNeeds> = updating('workout');

/** Changes the given fields of the caller's meal. Throws what updateWorkoutLog throws. */
export const updateDietLog: UseCase<'updateDietLog', UpdateLogNeeds> = updating('diet');

/** Changes the given fields of the caller's measurement. Throws what updateWorkoutLog throws. */
export const updateProgress: UseCase<'updateProgress', UpdateLogNeeds> = updating('progress');

import type { LogKind } from '../../domain/client/log.ts';
import { ownAccount } from '../clients/own-account.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { findLog, logNotFound } from './find-log.ts';

type DeleteLogNeeds = Pick<Core, 'users' | 'logs'>;

const deleting =
  (kind: LogKind): UseCase<'deleteWorkoutLog', DeleteLogNeeds> =>
  (core) =>
  async (context, { id }) => {
    const { id: clientId } = await ownAccount(core, context);
    const name = { ...scopeOf(context), clientId, kind, id };
    if (context.dryRun) await findLog(core, name);
    else if (!(await core.logs.remove(name))) throw logNotFound(id);
    return { data: { id, removed: true } };
  };

/** Removes the caller's workout. Throws LOG_NOT_FOUND, SESSION_INVALID. */
export const deleteWorkoutLog: UseCase<'deleteWorkoutLog', DeleteLogNeeds> = deleting('workout');

/** Removes the caller's meal. Throws what deleteWorkoutLog throws. */
export const deleteDietLog: UseCase<'deleteDietLog', DeleteLogNeeds> = deleting('diet');

/** Removes the caller's measurement. Throws what deleteWorkoutLog throws. */
export const deleteProgress: UseCase<'deleteProgress', DeleteLogNeeds> = deleting('progress');

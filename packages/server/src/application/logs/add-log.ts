import type { LogKind } from '../../domain/client/log.ts';
import { clientToday } from '../clients/client-zone.ts';
import { ownAccount } from '../clients/own-account.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { identify } from '../idempotency/identify.ts';
import type { StoredLogOf } from '../ports/logs.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { checkDayLimit } from './day-limit.ts';
import { newFields } from './log-fields.ts';
import { logView, type LogInputs, type LogViews } from './log-view.ts';

type AddLogNeeds = Pick<Core, 'realNow' | 'newId' | 'idempotency' | 'users' | 'logs'>;

/** Returns the operation of one kind. A retry with the same idempotency key returns the entry that it has made. */
const adding =
  <K extends LogKind>(kind: K, operation: 'addWorkoutLog' | 'addDietLog' | 'addProgress') =>
  (core: AddLogNeeds) =>
  async (context: Context, input: LogInputs[K]): Promise<{ data: LogViews[K] }> => {
    const user = await ownAccount(core, context);
    const clientId = user.id;
    const fields = newFields(kind, input, clientToday(user, context.now));
    const of = { ...scopeOf(context), clientId, kind };
    const { id, isFresh } = context.dryRun
      ? { id: core.newId(), isFresh: true }
      : await identify(core, context, operation, input);
    const earlier = isFresh ? null : await core.logs.find({ ...of, id });
    if (earlier) return { data: logView(earlier) };
    await checkDayLimit(core, of, fields.date);
    const log = { ...fields, ...of, id, version: 1, createdAt: context.now } as unknown as StoredLogOf<K>;
    if (context.dryRun || (await core.logs.insert(log))) return { data: logView(log) };
    const existing = await core.logs.find({ ...of, id });
    if (!existing) throw new Refusal('VERSION_CONFLICT', `Entry ${id} was written and removed at the same time.`);
    return { data: logView(existing) };
  };

/** Adds a workout. Throws INVALID_REQUEST, IDEMPOTENCY_MISMATCH, SESSION_INVALID. */
export const addWorkoutLog: UseCase<'addWorkoutLog', AddLogNeeds> = adding('workout', 'addWorkoutLog');

/** Adds a meal. Throws what addWorkoutLog throws. */
export const addDietLog: UseCase<'addDietLog', AddLogNeeds> = adding('diet', 'addDietLog');

/** Adds a measurement. Throws what addWorkoutLog throws. */
export const addProgress: UseCase<'addProgress', AddLogNeeds> = adding('progress', 'addProgress');

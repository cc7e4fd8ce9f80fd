import type { UseCase } from '../ports/use-case.ts';
import { endConnection, type EndConnectionNeeds } from './end-connection.ts';
import { findConnection, type FindConnectionNeeds } from './find-connection.ts';

/**
 * Disconnects an account, when all that uses it has ended. Throws COACH_NOT_FOUND, CONNECTED_ACCOUNT_NOT_FOUND.
 */
export const disconnectAccount: UseCase<'disconnectAccount', FindConnectionNeeds & EndConnectionNeeds> =
  (core) => async (context, input) => {
    const { id } = await findConnection(core, context, input);
    if (!context.dryRun) await endConnection(core, id);
    return { data: { id, removed: true } };
  };

import { noteAccount } from '../audit/note-account.ts';
import type { Context } from '../kernel/context.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import { personOf } from '../people/caller-person.ts';
import { readUser } from '../people/change-user.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { lastingSessions, MAX_LISTED, sessionEntry } from './sessions.ts';

type ReadNeeds = Pick<Core, 'sessions' | 'users'>;
type EndNeeds = ReadNeeds & Pick<Core, 'realNow' | 'newId' | 'audit'>;

/** An admin who ended the session of this request would sign out in the middle of the work: that is `endSession`. */
const refuseOwn = (context: Context, id: string): void => {
  if (personOf(context).userId === id)
    throw new Refusal('NOT_ALLOWED_NOW', 'These are your own: end them in your account.');
};

/** Returns where a person of the admin's partner is signed in. Throws USER_NOT_FOUND. */
export const listUserSessions: UseCase<'listUserSessions', ReadNeeds> =
  (core) =>
  async (context, { id }) => {
    const { sessionId } = personOf(context);
    await readUser(core, context, id);
    const families = await lastingSessions(core, context, id);
    return { data: families.slice(0, MAX_LISTED).map((family) => sessionEntry(family, sessionId)) };
  };

/**
 * Ends one sign-in of another person, at once and everywhere. Throws USER_NOT_FOUND, SESSION_NOT_FOUND, NOT_ALLOWED_NOW
 * for the caller's own.
 */
export const endUserSession: UseCase<'endUserSession', EndNeeds> =
  (core) =>
  async (context, { id, sessionId }) => {
    refuseOwn(context, id);
    await readUser(core, context, id);
    const family = (await lastingSessions(core, context, id)).find((each) => each.id === sessionId);
    if (!family) throw new Refusal('SESSION_NOT_FOUND', `No session ${sessionId} of this person lasts.`);
    if (!context.dryRun) {
      await core.sessions.revoke(sessionId, core.realNow());
      await noteAccount(core, context, 'account.session_ended', { id });
    }
    return { data: { id: sessionId, removed: true } };
  };

/** Signs another person out everywhere. Throws USER_NOT_FOUND, NOT_ALLOWED_NOW for the caller's own. */
export const endUserSessions: UseCase<'endUserSessions', EndNeeds> =
  (core) =>
  async (context, { id }) => {
    refuseOwn(context, id);
    await readUser(core, context, id);
    const { length: ended } = await lastingSessions(core, context, id);
    if (!context.dryRun) {
      await core.sessions.revokeAll({ ...scopeOf(context), userId: id }, core.realNow());
      await noteAccount(core, context, 'account.sessions_ended', { id });
    }
    return { data: { ended } };
  };

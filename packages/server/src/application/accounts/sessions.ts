import type { components } from '@coach-booking/contract/types';
import type { Instant } from '@coach-booking/time/instant';
import { noteAccount } from '../audit/note-account.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { instantText } from '../kernel/instants.ts';
import type { SessionFamily } from '../ports/sessions.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { personOf } from '../people/caller-person.ts';

type SessionsNeeds = Pick<Core, 'realNow' | 'newId' | 'sessions' | 'audit'>;

/** Maximum of listed sign-ins; more than a person reads. */
export const MAX_LISTED = 50;

const lastUsed = ({ lastUsedAt, createdAt }: SessionFamily): Instant => lastUsedAt ?? createdAt;

/** Returns a sign-in as it is shown; `sessionId` is that of the request. */
export function sessionEntry(
  family: SessionFamily,
  sessionId: string | undefined,
): components['schemas']['AccountSession'] {
  return {
    id: family.id,
    ...family.device,
    createdAt: instantText(family.createdAt),
    lastUsedAt: instantText(lastUsed(family)),
    expiresAt: instantText(family.expiresAt),
    current: family.id === sessionId,
  };
}

/** Returns the valid sign-ins of a person of the caller's partner, the most recently used one first. */
export async function lastingSessions(
  { sessions }: Pick<Core, 'sessions'>,
  context: Context,
  userId: string,
): Promise<readonly SessionFamily[]> {
  const families = await sessions.ofUser({ ...scopeOf(context), userId });
  return families.filter(({ expiresAt }) => context.now < expiresAt).toSorted((a, b) => lastUsed(b) - lastUsed(a));
}

const lasting = (core: Pick<Core, 'sessions'>, context: Context): Promise<readonly SessionFamily[]> =>
  lastingSessions(core, context, personOf(context).userId);

/** Returns where the caller is signed in. */
export const listSessions: UseCase<'listSessions', Pick<Core, 'sessions'>> = (core) => async (context) => {
  const { sessionId } = personOf(context);
  const families = await lasting(core, context);
  return { data: families.slice(0, MAX_LISTED).map((family) => sessionEntry(family, sessionId)) };
};

/** Ends one of the caller's sign-ins, at once and everywhere. Throws SESSION_NOT_FOUND. */
export const endSession: UseCase<'endSession', SessionsNeeds> =
  (core) =>
  async (context, { id }) => {
    const { userId } = personOf(context);
    const family = (await lasting(core, context)).find((each) => each.id === id);
    if (!family) throw new Refusal('SESSION_NOT_FOUND', `No session ${id} of this person lasts.`);
    if (!context.dryRun) {
      await core.sessions.revoke(id, core.realNow());
      await noteAccount(core, context, 'account.session_ended', { id: userId });
    }
    return { data: { id, removed: true } };
  };

/** Signs the caller out everywhere, except here when the caller wants to stay. */
export const endSessions: UseCase<'endSessions', SessionsNeeds> =
  (core) =>
  async (context, { keepCurrent = false }) => {
    const { userId, sessionId } = personOf(context);
    const keptId = keepCurrent ? sessionId : undefined;
    const ended = (await lasting(core, context)).filter(({ id }) => id !== keptId).length;
    if (!context.dryRun) {
      await core.sessions.revokeAll({ ...scopeOf(context), userId }, core.realNow(), keptId);
      await noteAccount(core, context, 'account.sessions_ended', { id: userId });
    }
    return { data: { ended } };
  };

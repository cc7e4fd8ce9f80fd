import { isConnected } from '../../domain/client/connection.ts';
import { readUser } from '../people/change-user.ts';
import { userView } from '../accounts/user-view.ts';
import { noteRead } from '../audit/note-read.ts';
import { connectionViews } from '../clients/connection-views.ts';
import { profileView } from '../clients/profile-view.ts';
import { coachView } from '../coach-head/coach-view.ts';
import { placesNow } from '../claiming/places-now.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import type { User } from '../ports/users.ts';
import { isInScope, scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';

type GetUserNeeds = Pick<
  Core,
  'realNow' | 'newId' | 'ledgers' | 'bookings' | 'users' | 'profiles' | 'connections' | 'audit' | 'publicUrl'
>;

/** Returns a client's profile, whose reading is written to the audit log first, and who may see it. */
const asClient = async (core: GetUserNeeds, context: Context, user: User) => {
  await noteRead(core, context, 'profile.read', user.id);
  const scope = scopeOf(context);
  const [profile, connections] = await Promise.all([
    core.profiles.of(scope, user.id),
    core.connections.allOf(scope, user.id),
  ]);
  return {
    profile: profileView(profile, user, context.now),
    connections: await connectionViews(
      core,
      connections.filter(isConnected).sort((a, b) => a.since! - b.since!),
    ),
  };
};

/** Returns the coach that a person is or works for; undefined for a deleted one. */
const atCoach = async (core: Pick<Core, 'ledgers' | 'bookings' | 'publicUrl'>, context: Context, coachId: string) => {
  const { head, places } = await core.ledgers.read(coachId, []);
  return head && head.deletedAt === undefined && isInScope(context, head)
    ? { coach: coachView(core, context, head, await placesNow(core, context, places)) }
    : {};
};

/** Returns a person with everything that belongs to the account. Throws USER_NOT_FOUND. */
export const getUser: UseCase<'getUser', GetUserNeeds> =
  (core) =>
  async (context, { id }) => {
    const user = await readUser(core, context, id);
    return {
      data: {
        user: userView(user),
        ...(user.role === 'client' && (await asClient(core, context, user))),
        ...(user.coachId !== undefined && (await atCoach(core, context, user.coachId))),
      },
    };
  };

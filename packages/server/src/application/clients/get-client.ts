import { noteRead } from '../audit/note-read.ts';
import { instantText } from '../kernel/instants.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { clientView } from './client-view.ts';
import { connectedClient, type ConnectedClientNeeds } from './connected-client.ts';
import { profileView } from './profile-view.ts';
import type { Core } from '../ports/core.ts';

type GetClientNeeds = Pick<Core, 'realNow' | 'newId' | 'bookings' | 'profiles' | 'audit'> & ConnectedClientNeeds;

/**
 * Returns a connected client with the profile, whose reading is written to the audit log. Throws COACH_NOT_FOUND,
 * PROFILE_NOT_SHARED, CLIENT_NOT_FOUND.
 */
export const getClient: UseCase<'getClient', GetClientNeeds> = (core) => async (context, input) => {
  const { head, user, connection } = await connectedClient(core, context, input);
  await noteRead(core, context, 'profile.read', user.id);
  const scope = scopeOf(context);
  const [stored, bookings] = await Promise.all([
    core.profiles.of(scope, user.id),
    core.bookings.ofAttendees({ ...scope, coachId: head.id, attendeeIds: [user.id] }),
  ]);
  return {
    data: {
      ...clientView(user, connection, bookings, context.now),
      since: instantText(connection.since!),
      profile: profileView(stored, user, context.now),
    },
  };
};

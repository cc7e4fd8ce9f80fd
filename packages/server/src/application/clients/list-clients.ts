import { emailKeyOf, phoneHas } from '../../domain/person/written.ts';
import { isConnected, isRelation } from '../../domain/client/connection.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import type { Core } from '../ports/core.ts';
import { page } from '../kernel/page.ts';
import { counted } from '../kernel/counts.ts';
import { nameKeyOf } from '../ports/coaches.ts';
import type { StoredConnection } from '../ports/connections.ts';
import type { LedgerScope } from '../ports/ledgers.ts';
import type { UserKeys, UserPosition } from '../ports/users.ts';
import { present } from '../kernel/present.ts';
import { isInScope, scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { allConnections } from './all-connections.ts';
import { clientView } from './client-view.ts';

type ListClientsNeeds = Pick<Core, 'cache' | 'tokens' | 'coaches' | 'ledgers' | 'bookings' | 'users' | 'connections'>;

const positionOf = ({ nameKey, id }: UserPosition): UserPosition => ({ nameKey, id });
const compare = (a: UserPosition, b: UserPosition): number =>
  a.nameKey === b.nameKey ? (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) : a.nameKey < b.nameKey ? -1 : 1;

const isNamed = ({ nameKey, emailKey, phone }: UserKeys, part: string): boolean =>
  nameKey.includes(nameKeyOf(part)) || emailKey.includes(emailKeyOf(part)) || phoneHas(phone, part);

/** Clients whose bookings are read together: as many as an index takes at once. */
const BATCH_SIZE = 200;

/**
 * Returns the clients of the coach: those who share their profile, and those who do not but have bookings that were not
 * cancelled. By client.
 */
const knownConnections = async (
  core: Pick<Core, 'bookings' | 'connections'>,
  of: LedgerScope & { readonly coachId: string },
): Promise<ReadonlyMap<string, StoredConnection>> => {
  const all = await allConnections(core.connections, of);
  const attendeeIds = all.flatMap((connection) => (isConnected(connection) ? [] : connection.clientId));
  const booked = new Set<string>();
  for (let from = 0; from < attendeeIds.length; from += BATCH_SIZE) {
    const bookings = await core.bookings.ofAttendees({
      ...of,
      attendeeIds: attendeeIds.slice(from, from + BATCH_SIZE),
    });
    for (const { attendee } of bookings.filter(isRelation)) booked.add(attendee.id);
  }
  return new Map(all.filter((one) => isConnected(one) || booked.has(one.clientId)).map((one) => [one.clientId, one]));
};

/**
 * Returns the clients of the coach, by name, and whether they share their profile. Names are stored with the accounts,
 * so a page is cut from the names of all, which are as many as one coach's clients; accounts are read for the page
 * only. Throws COACH_NOT_FOUND, FORBIDDEN, INVALID_REQUEST for a cursor of another list.
 */
export const listClients: UseCase<'listClients', ListClientsNeeds> = (core) => async (context, input) => {
  const { head } = await readCoach(core, context, input.coach);
  const scope = scopeOf(context);
  const known = await knownConnections(core, { ...scope, coachId: head.id });
  const keys = await core.users.keysOf([...known.keys()]);
  const clients = keys
    .filter(
      (each) => each.role === 'client' && isInScope(context, each) && (input.q === undefined || isNamed(each, input.q)),
    )
    .sort(compare);
  const listing = {
    list: 'listClients' as const,
    filters: { ...scope, coachId: head.id, ...present({ q: input.q }) },
    positionOf,
    async read({ after, limit }: { readonly after?: UserPosition; readonly limit: number }) {
      const rest = clients.filter((each) => !after || compare(after, each) < 0);
      return { rows: rest.slice(0, limit), ...counted(clients.length) };
    },
  };
  const { rows, meta } = await page(core, listing, input);
  const ids = rows.map(({ id }) => id);
  const [accounts, bookings] = await Promise.all([
    core.users.byIds(ids),
    core.bookings.ofAttendees({ ...scope, coachId: head.id, attendeeIds: ids }),
  ]);
  const ofClient = (id: string) => bookings.filter(({ attendee }) => attendee.id === id);
  const inOrder = ids.flatMap((id) => accounts.find((user) => user.id === id) ?? []);
  return { data: inOrder.map((user) => clientView(user, known.get(user.id)!, ofClient(user.id), context.now)), meta };
};

import { readCoach } from '../coaches/read-coach.ts';
import { readPage, signPage } from '../page-cursor.ts';
import { nameKeyOf } from '../ports/coaches.ts';
import type { User } from '../ports/users.ts';
import { present } from '../present.ts';
import { isInScope, scopeOf } from '../scope.ts';
import type { UseCase } from '../use-case.ts';
import { allConnections } from './all-connections.ts';
import { clientView } from './client-view.ts';

const DEFAULT_LIMIT = 20;

interface ClientPosition {
  readonly name: string;
  readonly id: string;
  readonly [field: string]: string;
}

const positionOf = ({ name, id }: User): ClientPosition => ({ name: nameKeyOf(name), id });
const compare = (a: ClientPosition, b: ClientPosition): number =>
  a.name === b.name ? (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) : a.name < b.name ? -1 : 1;

const isNamed = ({ name, emailKey }: User, part: string): boolean =>
  nameKeyOf(name).includes(nameKeyOf(part)) || emailKey.includes(part.trim().toLowerCase());

/**
 * The clients who are connected with the coach, by name. Names live with the accounts, so a page is cut from the whole list, which is as long
 * as one coach's clients are many. Throws COACH_NOT_FOUND, FORBIDDEN, INVALID_REQUEST for a cursor of another list.
 */
export const listClients: UseCase<'listClients'> = (core) => async (context, input) => {
  const { head } = await readCoach(core, context, input.coach);
  const scope = scopeOf(context);
  const filters = { list: 'clients', ...scope, coachId: head.id, ...present({ q: input.q }) };
  const after = readPage<ClientPosition>(core, filters, input.cursor);
  const connections = await allConnections(core.connections, { ...scope, coachId: head.id });
  const sinceOf = new Map(connections.map((connection) => [connection.clientId, connection]));
  const accounts = await core.users.byIds([...sinceOf.keys()]);
  const clients = accounts
    .filter((user) => user.role === 'client' && isInScope(context, user) && (input.q === undefined || isNamed(user, input.q)))
    .sort((a, b) => compare(positionOf(a), positionOf(b)));
  const rest = clients.filter((user) => !after || compare(after, positionOf(user)) < 0);
  const page = rest.slice(0, input.limit ?? DEFAULT_LIMIT);
  const last = rest.length > page.length ? page.at(-1) : undefined;
  const bookings = await core.bookings.ofAttendees({ ...scope, coachId: head.id, attendeeIds: page.map(({ id }) => id) });
  const ofClient = (id: string) => bookings.filter(({ attendee }) => attendee.id === id);
  return {
    data: page.map((user) => clientView(user, sinceOf.get(user.id)!, ofClient(user.id), context.now)),
    meta: { nextCursor: last ? signPage(core, filters, positionOf(last)) : null, total: clients.length },
  };
};

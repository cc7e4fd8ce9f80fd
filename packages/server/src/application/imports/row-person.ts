import { contactOfUser } from '../people/contacts.ts';
import { storedContact } from '../people/contact.ts';
import type { KnownAttendee } from '../people/known-attendee.ts';
import type { Context } from '../kernel/context.ts';
import { present } from '../kernel/present.ts';
import { isInScope, scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { RowsOfImport } from '../ports/import-rows.ts';
import { RowRefusal } from './row-error.ts';

type Fields = RowsOfImport['bookings'];

export type PersonNeeds = Pick<Core, 'users' | 'importedIds' | 'phones'>;

/** Returns the person of a row. Throws RowRefusal. */
export type PersonOf = (fields: Fields, zone: string) => KnownAttendee;

const missing = (field: string, message: string): never => {
  throw new RowRefusal(field, 'INVALID_REQUEST', message);
};

const leadOf = (core: Pick<Core, 'phones'>, fields: Fields, zone: string): KnownAttendee => {
  const { attendeeName, attendeeEmail, attendeePhone, timeZone } = fields;
  const name = attendeeName ?? missing('attendeeName', 'Whom is the booking for? Name them, or their client.');
  const phone = attendeePhone === undefined ? undefined : core.phones.normalise(attendeePhone, zone);
  return { kind: 'lead', contact: storedContact({ name, ...present({ email: attendeeEmail, phone, timeZone }) }) };
};

/** Reads the clients whom these rows name, in two reads at most. */
export async function personsOf(core: PersonNeeds, context: Context, rows: readonly Fields[]): Promise<PersonOf> {
  const scope = scopeOf(context);
  const imported = await core.importedIds.find({ ...scope, kind: 'clients' }, [
    ...new Set(rows.flatMap(({ clientExternalId }) => clientExternalId ?? [])),
  ]);
  const ids = [...new Set([...imported.values(), ...rows.flatMap(({ client }) => client ?? [])])];
  const users = ids.length > 0 ? await core.users.byIds(ids) : [];
  const clients = new Map(
    users.filter((user) => user.role === 'client' && isInScope(context, user)).map((user) => [user.id, user]),
  );

  const clientOf = (field: 'client' | 'clientExternalId', id: string | undefined): KnownAttendee => {
    const user = clients.get(id ?? '');
    if (!user) throw new RowRefusal(field, 'CLIENT_NOT_FOUND', 'There is no such client; import clients first.');
    return { kind: 'client', id: user.id, contact: contactOfUser(user) };
  };

  return (fields, zone) => {
    const { client, clientExternalId, attendeeName, attendeeEmail, attendeePhone } = fields;
    const isTyped = [attendeeName, attendeeEmail, attendeePhone].some((one) => one !== undefined);
    if ([client, clientExternalId, isTyped || undefined].filter((one) => one !== undefined).length > 1)
      return missing(
        client === undefined ? 'clientExternalId' : 'client',
        'Name the client or the attendee, not both.',
      );
    if (client !== undefined) return clientOf('client', client);
    if (clientExternalId !== undefined) return clientOf('clientExternalId', imported.get(clientExternalId));
    return leadOf(core, fields, zone);
  };
}

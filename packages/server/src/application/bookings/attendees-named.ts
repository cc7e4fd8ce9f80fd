import { emailKeyOf, phoneHas } from '../../domain/person/written.ts';
import { allConnections } from '../clients/all-connections.ts';
import { present } from '../kernel/present.ts';
import { isNamed } from '../people/is-named.ts';
import type { Core } from '../ports/core.ts';
import { nameKeyOf } from '../ports/coaches.ts';
import type { LeadPosition } from '../ports/leads.ts';
import type { LedgerScope } from '../ports/ledgers.ts';

type Named = LedgerScope & { readonly coachId: string };

/** Leads read in one step. */
const BATCH_SIZE = 1000;
/** Leads that a search by name looks at. Beyond, the bookings themselves are looked through. */
const MOST_LEADS = 5000;
/** Attendees whose bookings are read together: as many as an index takes at once. */
const MOST_ATTENDEES = 200;

/** Returns the coach's leads with such a contact; null when there are too many leads to look at all. */
const leadsNamed = async (
  { leads }: Pick<Core, 'leads'>,
  of: Named,
  part: string,
): Promise<readonly string[] | null> => {
  const found: string[] = [];
  let after: LeadPosition | undefined;
  for (let seen = 0; seen < MOST_LEADS; seen += BATCH_SIZE) {
    const read = await leads.ofCoach({ ...of, ...present({ after }), limit: BATCH_SIZE });
    for (const { id, contacts } of read) if (contacts.some((contact) => isNamed(contact, part))) found.push(id);
    if (read.length < BATCH_SIZE) return found;
    const { createdAt: at, id } = read.at(-1)!;
    after = { at, id };
  }
  return null;
};

const clientsNamed = async (
  core: Pick<Core, 'connections' | 'users'>,
  of: Named,
  part: string,
): Promise<readonly string[]> => {
  const ids = (await allConnections(core.connections, of)).map(({ clientId }) => clientId);
  const keys = ids.length > 0 ? await core.users.keysOf(ids) : [];
  const isMeant = ({ nameKey, emailKey, phone }: (typeof keys)[number]): boolean =>
    nameKey.includes(nameKeyOf(part)) || emailKey.includes(emailKeyOf(part)) || phoneHas(phone, part);
  return keys.filter(isMeant).map(({ id }) => id);
};

/**
 * Returns the ids of the leads and clients of a coach whose name, e-mail or phone number has this part. Null where they
 * are too many to find bookings by. A lead is among them for any contact of theirs, also one of another form.
 */
export async function attendeesNamed(
  core: Pick<Core, 'leads' | 'connections' | 'users'>,
  of: Named,
  part: string,
): Promise<readonly string[] | null> {
  const [leads, clients] = await Promise.all([leadsNamed(core, of, part), clientsNamed(core, of, part)]);
  const found = leads && [...leads, ...clients];
  return found && found.length <= MOST_ATTENDEES ? found : null;
}

import type { Booking } from '../../domain/booking/booking.ts';
import { emailKeyOf } from '../../domain/person/written.ts';
import { contactOf } from '../people/contacts.ts';
import type { Deps } from '../ports/deps.ts';
import { UNSUBSCRIBE_KINDS, type UnsubscribeKind } from '../ports/tokens.ts';

export type UnsubscribeNeeds = Pick<
  Deps,
  'tokens' | 'bookings' | 'intents' | 'leads' | 'users' | 'optOuts' | 'realNow'
>;

/** Whether the reader of such a mail may unsubscribe from its kind. */
export function isUnsubscribable(kind: string): kind is UnsubscribeKind {
  return (UNSUBSCRIBE_KINDS as readonly string[]).includes(kind);
}

const bookingOf = async ({ bookings }: Pick<Deps, 'bookings'>, id: string): Promise<Booking | null> => {
  const found = await bookings.find(id);
  return found?.kind === 'booking' ? found : null;
};

/**
 * Notes for the link of a mail that its reader wants no more of its kind, from none of the partner's coaches. Done
 * again it changes nothing. Returns false for a link that was not signed here; of an erased person there is nothing to
 * note.
 */
export async function unsubscribe(core: UnsubscribeNeeds, token: string): Promise<boolean> {
  const grant = core.tokens.readUnsubscribe(token);
  if (!grant) return false;
  const { subjectId, partnerId, mode, kind } = grant;
  const found = await (kind === 'recovery' ? core.intents.byId(subjectId) : bookingOf(core, subjectId));
  if (found?.partnerId !== partnerId || found.mode !== mode) return false;
  const { email } = 'emailKey' in found || 'attempts' in found ? (found.contact ?? {}) : await contactOf(core, found);
  if (email !== undefined)
    await core.optOuts.add({ partnerId, mode }, { channel: 'email', address: emailKeyOf(email) }, kind, core.realNow());
  return true;
}

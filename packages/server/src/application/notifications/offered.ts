import type { components } from '@coach-booking/contract/types';
import { CHOSEN_KINDS, standardsOf, type Standard } from '../../domain/delivery/choices.ts';
import type { DeliveryChannel } from '../../domain/delivery/delivery.ts';
import type { Role } from '../kernel/context.ts';
import { UNSUBSCRIBE_KINDS } from '../ports/tokens.ts';

type Schemas = components['schemas'];
export type NotificationKind = Schemas['NotificationKind'];
type Fixed = NonNullable<Schemas['NotificationCell']['fixed']>;

/** A kind by a channel, as a role is offered it. */
export interface Offer {
  readonly standard: Standard;
  readonly fixed?: Fixed;
}

export interface OfferedKind {
  readonly kind: NotificationKind;
  readonly channels: Readonly<Partial<Record<DeliveryChannel, Offer>>>;
}

const account: OfferedKind = { kind: 'account', channels: { email: { standard: 'always', fixed: 'security' } } };
const operations: OfferedKind = {
  kind: 'operations',
  channels: { email: { standard: 'always', fixed: 'operations' } },
};

const offerOf = (standard: Standard): Offer =>
  standard === 'always' ? { standard, fixed: 'in_writing' } : { standard };

/** Returns the kinds of messages to people of a role, in the order in which they are shown, with their channels. */
export function offeredTo(role: Role): readonly OfferedKind[] {
  if (role === 'admin') return [operations, account];
  const audience = role === 'client' ? 'attendee' : 'coach';
  const kinds = CHOSEN_KINDS.filter((kind) => kind !== 'conflict' || role === 'coach').map((kind): OfferedKind => {
    const channels = Object.entries(standardsOf(kind, audience)).map(([channel, one]) => [channel, offerOf(one)]);
    return { kind, channels: Object.fromEntries(channels) as OfferedKind['channels'] };
  });
  return [...kinds.filter(({ channels }) => Object.keys(channels).length > 0), account];
}

/** Returns whether the address, and not the account, holds the choice: by the link of such a mail one unsubscribes. */
export function isOfAddress(
  role: Role,
  kind: NotificationKind,
  channel: DeliveryChannel,
): kind is NotificationKind & (typeof UNSUBSCRIBE_KINDS)[number] {
  return role === 'client' && channel === 'email' && (UNSUBSCRIBE_KINDS as readonly string[]).includes(kind);
}

import type { components } from '@coach-booking/contract/types';
import { isWanted, type ChosenKind } from '../../domain/delivery/choices.ts';
import type { DeliveryChannel } from '../../domain/delivery/delivery.ts';
import { emailKeyOf, isE164 } from '../../domain/person/written.ts';
import { present } from '../kernel/present.ts';
import type { Core } from '../ports/core.ts';
import type { OptOutKind } from '../ports/opt-outs.ts';
import type { User } from '../ports/users.ts';
import { isOfAddress, offeredTo, type Offer, type OfferedKind } from './offered.ts';

type Schemas = components['schemas'];
type ChannelView = Schemas['NotificationSettings']['channels'][number];

export type SettingsNeeds = Pick<Core, 'cachedMessaging' | 'optOuts' | 'pushSubscriptions'>;

/** Returns what the address of an account has unsubscribed from. */
export function unsubscribedOf({ optOuts }: Pick<Core, 'optOuts'>, user: User): Promise<ReadonlySet<OptOutKind>> {
  return optOuts.of(user, { channel: 'email', address: emailKeyOf(user.email) });
}

const smsOf = async ({ optOuts }: SettingsNeeds, user: User, isSetUp: boolean): Promise<ChannelView> => {
  const { mode, phone } = user;
  const address = present({ address: phone });
  // In mode test no SMS leaves, so that none needs a provider.
  if (!isSetUp && mode === 'live') return { channel: 'sms', state: 'not_set_up', ...address };
  if (phone === undefined || !isE164(phone)) return { channel: 'sms', state: 'no_number', ...address };
  const isStopped = (await optOuts.of(user, { channel: 'sms', address: phone })).has('all');
  return { channel: 'sms', state: isStopped ? 'opted_out' : 'ready', address: phone };
};

const cellsOf = (
  user: User,
  unsubscribed: ReadonlySet<OptOutKind>,
  { kind, channels }: OfferedKind,
): Schemas['NotificationSettings']['kinds'][number]['channels'] => {
  const cellOf = (channel: DeliveryChannel, { fixed }: Offer): Schemas['NotificationCell'] => {
    if (fixed) return { wanted: true, fixed };
    if (unsubscribed.has('all') && channel === 'email') return { wanted: false };
    if (isOfAddress(user.role, kind, channel)) return { wanted: !unsubscribed.has(kind) };
    const audience = user.role === 'client' ? 'attendee' : 'coach';
    return { wanted: isWanted(kind as ChosenKind, channel, audience, user.choices) };
  };
  return Object.fromEntries(
    Object.entries(channels).map(([channel, offer]) => [channel, cellOf(channel as DeliveryChannel, offer)]),
  );
};

/** Returns a person's choices with what holds besides: how each channel reaches them, and the quiet hours. */
export async function settingsView(
  core: SettingsNeeds,
  user: User,
  unsubscribed: ReadonlySet<OptOutKind>,
): Promise<Schemas['NotificationSettings']> {
  const { sms, quietHours } = await core.cachedMessaging(user);
  const devices = (await core.pushSubscriptions.of(user.id)).length;
  return {
    kinds: offeredTo(user.role).map((offered) => ({
      kind: offered.kind,
      channels: cellsOf(user, unsubscribed, offered),
    })),
    ...present({ reminders: user.choices?.reminders?.map((rule) => ({ ...rule })) }),
    channels: [
      { channel: 'email', state: 'ready', address: user.email },
      await smsOf(core, user, sms !== undefined),
      { channel: 'push', state: devices > 0 ? 'ready' : 'no_device', devices },
    ],
    quietHours: { ...quietHours },
  };
}

import type { MessageChoices, Wanted } from '../../domain/delivery/choices.ts';
import type { DeliveryChannel } from '../../domain/delivery/delivery.ts';
import type { ReminderRule } from '../../domain/schedule/schedule.ts';
import type { Context } from '../kernel/context.ts';
import type { InputOf } from '../kernel/contract.ts';
import { present } from '../kernel/present.ts';
import { Refusal } from '../kernel/refusal.ts';
import { refuseInput } from '../kernel/scope.ts';
import type { UserChange } from '../people/change-user.ts';
import type { User } from '../ports/users.ts';
import { isOfAddress, offeredTo, type NotificationKind, type Offer } from './offered.ts';

export type Patch = InputOf<'updateNotifications'>;

/** One kind by one channel, wanted or not. */
export interface Choice {
  readonly kind: NotificationKind;
  readonly channel: DeliveryChannel;
  readonly wanted: boolean;
  readonly offer: Offer;
}

/** Returns the choices that are offered to this person. Throws INVALID_REQUEST, NOTIFICATION_REQUIRED. */
export function choicesIn({ role }: User, { kinds = {} }: Patch): readonly Choice[] {
  const offered = offeredTo(role);
  return Object.entries(kinds).flatMap(([name, channels]) =>
    Object.entries(channels).map(([channel, wanted]): Choice => {
      const kind = name as NotificationKind;
      const offer = offered.find((each) => each.kind === kind)?.channels[channel as DeliveryChannel];
      if (!offer) return refuseInput(`kinds.${kind}.${channel}`, 'This person is not offered it.');
      if (offer.fixed && !wanted)
        throw new Refusal('NOTIFICATION_REQUIRED', `${kind} by ${channel} cannot be switched off: ${offer.fixed}.`, {
          problems: [{ path: `kinds.${kind}.${channel}`, message: offer.fixed }],
        });
      return { kind, channel: channel as DeliveryChannel, wanted, offer };
    }),
  );
}

/** Returns the choices to store: only what differs from the standard, so that a later standard counts for most. */
const wantedWith = (stored: Wanted, choices: readonly Choice[]): Wanted => {
  const wanted: Record<string, Partial<Record<DeliveryChannel, boolean>>> = { ...stored };
  for (const { kind, channel, wanted: isWanted, offer } of choices) {
    const { [channel]: before, ...others } = wanted[kind] ?? {};
    if (before === isWanted) continue;
    wanted[kind] = (offer.standard === 'on') === isWanted ? others : { ...others, [channel]: isWanted };
    if (Object.keys(wanted[kind]).length === 0) delete wanted[kind];
  }
  return wanted;
};

/** Returns the reminders to store; undefined for none of one's own. Throws INVALID_REQUEST. */
const remindersWith = ({ role, choices }: User, { reminders }: Patch): readonly ReminderRule[] | undefined => {
  if (reminders === undefined) return choices?.reminders;
  if (role === 'admin') return refuseInput('reminders', 'Admins have no sessions to be reminded of.');
  const names = reminders?.map(({ channel, minutesBefore }) => `${channel} ${minutesBefore}`);
  if (names && new Set(names).size < names.length)
    return refuseInput('reminders', 'Two reminders go by the same channel at the same time.');
  return reminders ?? undefined;
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Returns the change of the account; null where it is so already. Throws INVALID_REQUEST. */
export function changeOf(context: Context, user: User, chosen: readonly Choice[], patch: Patch): UserChange | null {
  const own = chosen.filter(({ kind, channel, offer }) => !offer.fixed && !isOfAddress(user.role, kind, channel));
  const wanted = wantedWith(user.choices?.wanted ?? {}, own);
  const reminders = remindersWith(user, patch);
  const isSomething = Object.keys(wanted).length > 0 || reminders !== undefined;
  const choices: MessageChoices | undefined = isSomething
    ? present({ wanted: Object.keys(wanted).length > 0 ? wanted : undefined, reminders })
    : undefined;
  const isReminding = same(reminders, user.choices?.reminders);
  if (isReminding && same(wanted, user.choices?.wanted ?? {})) return null;
  // Bookings made before get reminders by the new rules, too. R45.
  return { choices, ...(!isReminding && { remindersSince: context.now }) };
}

import { emailKeyOf } from '../../domain/person/written.ts';
import { Refusal } from '../kernel/refusal.ts';
import { personOf, refuseClosed } from '../people/caller-person.ts';
import { changeUser } from '../people/change-user.ts';
import type { Core } from '../ports/core.ts';
import type { OptOutKind } from '../ports/opt-outs.ts';
import type { UseCase } from '../ports/use-case.ts';
import type { User } from '../ports/users.ts';
import { isOfAddress } from './offered.ts';
import { settingsView, unsubscribedOf, type SettingsNeeds } from './settings-view.ts';
import { changeOf, choicesIn, type Choice } from './choices-in.ts';

type UpdateNotificationsNeeds = Pick<Core, 'users' | 'realNow'> & SettingsNeeds;
type Unsubscribed = ReadonlySet<OptOutKind>;

/** Returns what the address has unsubscribed from once the choices are done. Throws EMAIL_UNPROVEN. */
const unsubscribedWith = (
  before: Unsubscribed,
  { role, emailVerified }: User,
  choices: readonly Choice[],
): Unsubscribed => {
  const after = new Set(before);
  for (const { kind, channel, wanted } of choices) {
    if (!isOfAddress(role, kind, channel)) continue;
    // The person who unsubscribed may be another than the one who typed the address.
    if (wanted && after.has(kind) && !emailVerified)
      throw new Refusal('EMAIL_UNPROVEN', 'This address unsubscribed, and nobody has confirmed that it is theirs.');
    if (wanted) after.delete(kind);
    else after.add(kind);
  }
  return after;
};

/** Writes what has changed of the opt-outs of an address. */
const setUnsubscribed = async (
  { optOuts, realNow }: Pick<UpdateNotificationsNeeds, 'optOuts' | 'realNow'>,
  user: User,
  before: Unsubscribed,
  after: Unsubscribed,
): Promise<void> => {
  const contact = { channel: 'email', address: emailKeyOf(user.email) } as const;
  for (const kind of after) if (!before.has(kind)) await optOuts.add(user, contact, kind, realNow());
  for (const kind of before) if (!after.has(kind)) await optOuts.remove(user, contact, kind);
};

/**
 * Changes the caller's messages and their channels; done again it changes nothing. The mails from which one
 * unsubscribes by a link follow the address, and all else the account. Throws NOTIFICATION_REQUIRED, EMAIL_UNPROVEN,
 * SESSION_INVALID, INVALID_REQUEST.
 */
export const updateNotifications: UseCase<'updateNotifications', UpdateNotificationsNeeds> =
  (core) => async (context, patch) => {
    let before: Unsubscribed = new Set();
    let after = before;
    const user = await changeUser(core, context, personOf(context).userId, async (stored) => {
      refuseClosed(stored);
      const choices = choicesIn(stored, patch);
      before = await unsubscribedOf(core, stored);
      after = unsubscribedWith(before, stored, choices);
      return changeOf(context, stored, choices, patch);
    });
    if (!context.dryRun) await setUnsubscribed(core, user, before, after);
    return { data: await settingsView(core, user, after) };
  };

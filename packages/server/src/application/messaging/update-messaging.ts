import { defaultQuietHours } from '../../domain/delivery/quiet-hours.ts';
import { cleanName } from '../../domain/person/written.ts';
import { note } from '../audit/note.ts';
import { compareAndSet, refuseConflict } from '../kernel/compare-and-set.ts';
import type { InputOf } from '../kernel/contract.ts';
import { present } from '../kernel/present.ts';
import { Refusal } from '../kernel/refusal.ts';
import { refuseInput, scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { MessagingSettings } from '../ports/messaging.ts';
import type { UseCase } from '../ports/use-case.ts';
import { defaultMessaging } from './cached-messaging.ts';
import { messagingView } from './messaging-view.ts';
import { withAccount } from './sms-account.ts';

type UpdateMessagingNeeds = Pick<Core, 'messaging' | 'publicUrl' | 'newSecret' | 'newId' | 'realNow' | 'audit'>;
type Patch = InputOf<'updateMessaging'>;

/** Attempts against faster writers. */
const MAX_ATTEMPTS = 6;

/**
 * Returns the text in its one form, line by line; undefined where null takes it away. Throws INVALID_REQUEST when it is
 * blank.
 */
const textOf = (path: string, given: string | null | undefined, old: string | undefined): string | undefined => {
  if (given === undefined) return old;
  if (given === null) return undefined;
  const lines = given.split(/\r?\n/).map(cleanName);
  return lines.filter(Boolean).join('\n') || refuseInput(path, 'Must not be blank.');
};

const emailOf = (
  { senderName: oldName, replyTo: oldReplyTo, ...old }: MessagingSettings['email'],
  { senderName, replyTo }: NonNullable<Patch['email']>,
): MessagingSettings['email'] => ({
  ...old,
  ...present({
    senderName: textOf('email.senderName', senderName, oldName),
    replyTo: textOf('email.replyTo', replyTo, oldReplyTo),
  }),
});

/** Returns the settings with the given fields, one version on. Throws INVALID_REQUEST. */
const changedBy = (
  { newSecret }: Pick<Core, 'newSecret'>,
  { postalAddress: oldAddress, sms: oldSms, hookToken: oldToken, ...old }: MessagingSettings,
  patch: Patch,
): MessagingSettings => {
  const { email = {}, postalAddress, attachCalendar = old.attachCalendar, quietHours = old.quietHours } = patch;
  const sms = patch.sms === undefined ? oldSms : patch.sms === null ? undefined : withAccount(oldSms, patch.sms);
  return {
    ...old,
    email: emailOf(old.email, email),
    attachCalendar,
    quietHours: quietHours ?? defaultQuietHours,
    version: old.version + 1,
    ...present({
      postalAddress: textOf('postalAddress', postalAddress, oldAddress),
      sms,
      hookToken: oldToken ?? (sms && newSecret()),
    }),
  };
};

/**
 * Changes the given fields of the caller's partner and mode; `email` and `sms` field by field, where null removes one.
 * Throws INVALID_REQUEST, VERSION_CONFLICT for another version.
 */
export const updateMessaging: UseCase<'updateMessaging', UpdateMessagingNeeds> =
  (core) =>
  async (context, { version, ...patch }) => {
    const scope = scopeOf(context);
    const settings = await compareAndSet<MessagingSettings, MessagingSettings>({
      read: async () => (await core.messaging.of(scope)) ?? defaultMessaging,
      write: async (old) => {
        if (version !== undefined && version !== old.version)
          throw new Refusal('VERSION_CONFLICT', `The settings are at version ${old.version}.`, {
            version: old.version,
          });
        const changed = changedBy(core, old, patch);
        if (context.dryRun) return changed;
        return (await core.messaging.replace(scope, changed, old.version)) ? changed : null;
      },
      otherwise: (last) => refuseConflict('Others keep changing these settings.', last),
      tries: MAX_ATTEMPTS,
    });
    if (!context.dryRun) await note(core, context, 'partner.updated', { kind: 'partner', id: scope.partnerId });
    return { data: messagingView(core, settings) };
  };

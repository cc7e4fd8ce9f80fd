import type { Instant } from '@coach-booking/time/instant';
import { emailKeyOf } from '../../domain/person/written.ts';
import { statusAt, type Intent, type IntentChannel } from '../../domain/recovery/intent.ts';
import { blockOf, type RecoveryBlock } from '../../domain/recovery/recovery-block.ts';
import type { Core } from '../ports/core.ts';
import { turnIdOf } from './recovery-turn.ts';

export type BlockNeeds = Pick<Core, 'cachedMessaging' | 'optOuts' | 'outlets' | 'recoveryTurns' | 'tokens'>;

/** Returns whether the address wants no such messages: by its link, or by STOP. */
export async function isOptedOutOfRecovery(
  { optOuts }: Pick<Core, 'optOuts'>,
  { partnerId, mode, contact }: Pick<Intent, 'partnerId' | 'mode' | 'contact'>,
  channel: IntentChannel,
): Promise<boolean> {
  const address = channel === 'email' ? contact && emailKeyOf(contact.email) : contact?.phone;
  if (address === undefined) return false;
  const unwanted = await optOuts.of({ partnerId, mode }, { channel, address });
  return unwanted.has('all') || unwanted.has('recovery');
}

/** Returns why no message by this channel can go to the person of an intent now; null when one can. */
export async function recoveryBlockOf(
  core: BlockNeeds,
  intent: Intent,
  messageType: IntentChannel,
  now: Instant,
): Promise<RecoveryBlock | null> {
  const turnId = turnIdOf(core, intent);
  const [[turn], isOptedOut, settings, outlet] = await Promise.all([
    core.recoveryTurns.byIds(turnId === null ? [] : [turnId]),
    isOptedOutOfRecovery(core, intent, messageType),
    core.cachedMessaging(intent),
    core.outlets(intent, messageType),
  ]);
  return blockOf(intent, {
    messageType,
    status: statusAt(intent, now),
    lastAt: turn?.at,
    isOptedOut,
    hasPostalAddress: settings.postalAddress !== undefined,
    isSetUp: outlet !== null,
    now,
  });
}

import { minus, plus, type Instant } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import type { Intent } from '../../domain/recovery/intent.ts';
import { AUTOMATIC_WITHIN, RECOVERY_WEEK } from '../../domain/recovery/recovery-limits.ts';
import { present } from '../kernel/present.ts';
import type { Core } from '../ports/core.ts';
import type { LedgerScope } from '../ports/ledgers.ts';
import { makeRecovery, type MakeRecoveryNeeds } from './make-recovery.ts';
import { recoveryBlockOf, type BlockNeeds } from './recovery-facts.ts';
import { turnIdOf } from './recovery-turn.ts';

export type WorkRecoveriesNeeds = MakeRecoveryNeeds & BlockNeeds & Pick<Core, 'recoveryTurns'>;

/** After so long the process that took a turn is dead. */
const FORSAKEN_AFTER = MINUTE;
const AT_MOST = 100;

/** Finishes the messages of turns whose processes died. Returns how many. */
export async function finishRecoveries(
  core: WorkRecoveriesNeeds,
  { mode, partnerId }: Pick<LedgerScope, 'mode'> & Partial<LedgerScope>,
): Promise<number> {
  const scope = partnerId === undefined ? undefined : { mode, partnerId };
  const forsaken = await core.recoveryTurns.unmade(minus(core.realNow(), FORSAKEN_AFTER), AT_MOST, scope);
  for (const turn of forsaken) await makeRecovery(core, turn);
  return forsaken.length;
}

/** Returns the channel by which a message goes by itself: by mail, where the person agreed to both. */
const channelOf = ({ consent }: Intent) => (consent.channels.includes('email') ? 'email' : 'sms');

/**
 * Sends the message that goes by itself, unless the coach has that off, it is much too late, or something is in the
 * way. One that is sent by hand at the same time has the same turn, so that one goes. Any number of processes may do so
 * at once.
 */
export async function remindByItself(core: WorkRecoveriesNeeds, intent: Intent, now: Instant): Promise<void> {
  if (now >= plus(intent.abandonsAt, AUTOMATIC_WITHIN)) return;
  const head = await core.coaches.byId(intent.coachId);
  const recovery = head?.recovery;
  const id = turnIdOf(core, intent);
  if (!recovery?.automatic || id === null) return;
  const messageType = channelOf(intent);
  if (await recoveryBlockOf(core, intent, messageType, now)) return;
  const { partnerId, mode, id: intentId, attempts } = intent;
  const asked = { messageType, by: 'system', ...present({ incentive: recovery.incentive }) } as const;
  const turn = { id, partnerId, mode, intentId, number: attempts.length + 1, at: now, asked };
  const standing = await core.recoveryTurns.take(turn, minus(now, RECOVERY_WEEK), core.realNow());
  if (standing === turn || standing.intentId === intentId) await makeRecovery(core, standing);
}

import { plus, type Instant } from '@coach-booking/time/instant';
import { zoneOf } from '@coach-booking/time/zone';
import { firstLoudMinute } from '../../domain/delivery/quiet-hours.ts';
import type { RecoveryDelivery } from '../../domain/delivery/recovery-delivery.ts';
import { emailKeyOf } from '../../domain/person/written.ts';
import { reminded, statusAt, type Intent, type RecoveryAttempt } from '../../domain/recovery/intent.ts';
import { isRemindable } from '../../domain/recovery/recovery-block.ts';
import { RESUME_LIFE } from '../../domain/recovery/recovery-limits.ts';
import { createIncentive, type CreateIncentiveNeeds } from '../incentives/create-incentive.ts';
import type { Context } from '../kernel/context.ts';
import { present } from '../kernel/present.ts';
import type { Core } from '../ports/core.ts';
import type { RecoveryTurn } from '../ports/recovery-turns.ts';
import { changeIntent, type WriteIntentNeeds } from './write-intent.ts';

export type MakeRecoveryNeeds = Pick<Core, 'coaches' | 'deliveries' | 'recoveryTurns' | 'cachedMessaging' | 'newId'> &
  WriteIntentNeeds &
  CreateIncentiveNeeds;

/** Returns the server itself as a caller, in one partner and mode. */
const asServer = ({ partnerId, mode, at, intentId }: RecoveryTurn): Context => ({
  caller: { kind: 'secret', partnerId, mode, keyId: 'recovery', address: '' },
  now: at,
  requestId: intentId,
  dryRun: false,
});

/** Returns the zone of the person; of the coach where the page named none. */
const zoneOfPerson = async (
  { coaches }: Pick<Core, 'coaches'>,
  { timeZone, coachId }: Pick<Intent, 'timeZone' | 'coachId'>,
): Promise<string> => timeZone ?? (await coaches.byId(coachId))?.schedule.timeZone ?? 'UTC';

/** Returns when a message is due: an SMS outside of the quiet hours of its reader. */
export async function dueAtOfRecovery(
  core: Pick<Core, 'coaches' | 'cachedMessaging'>,
  intent: Intent,
  { at, messageType }: Pick<RecoveryAttempt, 'at' | 'messageType'>,
): Promise<Instant> {
  if (messageType === 'email') return at;
  const { quietHours } = await core.cachedMessaging(intent);
  return firstLoudMinute(quietHours, zoneOf(await zoneOfPerson(core, intent)), at);
}

const deliveryOf = (
  { partnerId, mode, coachId, id: intentId }: Intent,
  number: number,
  { at, messageType }: RecoveryAttempt,
  dueAt: Instant,
): RecoveryDelivery => ({
  id: `${intentId}:recovery:${number}`,
  partnerId,
  mode,
  coachId,
  intentId,
  kind: 'recovery',
  channel: messageType,
  role: 'attendee',
  about: { number },
  dueAt,
  state: 'due',
  attempt: 0,
  failures: 0,
  leasedUntil: null,
  createdAt: at,
});

/** Returns the code of the discount that was asked for; undefined where the service has no price to lower. */
const codeFor = async (core: MakeRecoveryNeeds, turn: RecoveryTurn, intent: Intent): Promise<string | undefined> => {
  const wanted = turn.asked?.incentive;
  if (!wanted || !intent.contact) return undefined;
  const made = await createIncentive(core, asServer(turn), {
    coachId: intent.coachId,
    kind: wanted.type,
    value: wanted.value,
    boundTo: emailKeyOf(intent.contact.email),
    serviceIds: [intent.serviceId],
    expiresAt: plus(turn.at, RESUME_LIFE),
  });
  return made?.id;
};

/** Records the attempt with the intent, once. Returns null where the person withdrew or booked meanwhile. */
const recordAttempt = async (core: MakeRecoveryNeeds, turn: RecoveryTurn, intent: Intent): Promise<Intent | null> => {
  const { at, number, asked } = turn;
  const isOpenFor = (read: Intent) => read.attempts.length === number - 1 && isRemindable(read, statusAt(read, at), at);
  if (!asked || !isOpenFor(intent)) return intent;
  const { messageType, by, customMessage } = asked;
  const incentiveId = await codeFor(core, turn, intent);
  const attempt: RecoveryAttempt = { at, messageType, by, ...present({ incentiveId, customMessage }) };
  return changeIntent(core, intent, (read) => (isOpenFor(read) ? reminded(read, attempt) : null));
};

/**
 * Makes the message of a turn: its code, its attempt, its delivery, each once whatever process dies in between. Returns
 * the intent, or null when there is no message, since the person withdrew or booked meanwhile; then the turn is given
 * back.
 */
export async function makeRecovery(core: MakeRecoveryNeeds, turn: RecoveryTurn): Promise<Intent | null> {
  const read = await core.intents.byId(turn.intentId);
  const intent = read && (await recordAttempt(core, turn, read));
  const attempt = intent?.attempts[turn.number - 1];
  if (!intent || !attempt) {
    await core.recoveryTurns.giveBack(turn);
    return null;
  }
  const dueAt = await dueAtOfRecovery(core, intent, attempt);
  await core.deliveries.insert([deliveryOf(intent, turn.number, attempt, dueAt)], core.realNow());
  await core.recoveryTurns.made(turn);
  return intent;
}

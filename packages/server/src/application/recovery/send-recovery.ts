import type { components } from '@coach-booking/contract/types';
import { minus } from '@coach-booking/time/instant';
import type { CoachHead } from '../../domain/coach/coach.ts';
import type { Intent, RecoveryAttempt } from '../../domain/recovery/intent.ts';
import type { RecoveryBlock } from '../../domain/recovery/recovery-block.ts';
import { RECOVERY_WEEK } from '../../domain/recovery/recovery-limits.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import type { Context } from '../kernel/context.ts';
import { instantText, optionalText } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Core } from '../ports/core.ts';
import type { RecoveryTurn } from '../ports/recovery-turns.ts';
import type { UseCase } from '../ports/use-case.ts';
import { hasBookedSince } from './booked-since.ts';
import { abandonedView } from './intent-view.ts';
import { dueAtOfRecovery, makeRecovery } from './make-recovery.ts';
import { recoveryBlockOf } from './recovery-facts.ts';
import { abandonedOf, termsOf } from './recovery-of-coach.ts';
import { turnIdOf } from './recovery-turn.ts';
import { abandon, type WorkIntentsNeeds } from './work-intents.ts';
import type { WorkRecoveriesNeeds } from './work-recoveries.ts';

type Schemas = components['schemas'];
type SendRecoveryNeeds = Pick<Core, 'cache' | 'coaches' | 'incentives' | 'ledgers'> &
  WorkRecoveriesNeeds &
  WorkIntentsNeeds;

export function blockView({ code, possibleAt }: RecoveryBlock): Schemas['RecoveryBlock'] {
  return { code, ...present({ possibleAt: optionalText(possibleAt) }) };
}

const blocked = (id: string, block: RecoveryBlock): Refusal => {
  const when = block.possibleAt === undefined ? '' : ` It can go from ${instantText(block.possibleAt)} on.`;
  const blockedView = blockView(block);
  return new Refusal('RECOVERY_BLOCKED', `No message about ${id} can go: ${block.code}.${when}`, {
    blocked: blockedView,
  });
};

/**
 * Returns the intent once its abandonment is recorded, which may wait for the work that is due. Null: it was booked.
 */
const recorded = async (core: SendRecoveryNeeds, context: Context, intent: Intent): Promise<Intent | null> => {
  if (intent.status !== 'captured') return intent;
  if (await hasBookedSince(core, intent)) return null;
  return context.dryRun ? intent : ((await abandon(core, intent, context.now)) ?? core.intents.byId(intent.id));
};

const messageView = async (
  core: SendRecoveryNeeds,
  intent: Intent,
  attempt: RecoveryAttempt,
): Promise<Schemas['RecoveryMessage']> => {
  const { messageType: type, customMessage = null, incentiveId } = attempt;
  const incentive = incentiveId === undefined ? null : await core.incentives.byCode(intent, incentiveId);
  return {
    type,
    sentAt: instantText(await dueAtOfRecovery(core, intent, attempt)),
    customMessage,
    incentiveOffered: incentive && {
      type: incentive.kind,
      value: incentive.value,
      code: incentive.id,
      expiresAt: instantText(incentive.expiresAt),
    },
  };
};

const view = async (
  core: SendRecoveryNeeds,
  context: Context,
  head: CoachHead,
  intent: Intent,
  attempt: RecoveryAttempt,
): Promise<Schemas['SentRecovery']> => ({
  ...abandonedView(head, intent, context.now),
  recoveryMessage: await messageView(core, intent, attempt),
});

/**
 * Sends the person of an abandoned intent a message. Of requests at the same time one sends it, and so does one of them
 * and the message that goes by itself. A dry run makes no code. Throws COACH_NOT_FOUND, INTENT_NOT_FOUND,
 * INVALID_REQUEST for a discount that cannot be, RECOVERY_BLOCKED with the reason.
 */
export const sendRecovery: UseCase<'sendRecovery', SendRecoveryNeeds> =
  (core) =>
  async (context, { coach, id, messageType, customMessage: words, incentive }) => {
    const { now } = context;
    const { head } = await readCoach(core, context, coach);
    const found = await abandonedOf(core, context, head, id);
    termsOf(head, found, incentive);
    const intent = await recorded(core, context, found);
    const turnId = intent && turnIdOf(core, intent);
    if (!intent || !turnId) throw blocked(id, { code: 'closed' });
    const block = await recoveryBlockOf(core, intent, messageType, now);
    if (block) throw blocked(id, block);
    const customMessage = words?.trim() || undefined;
    const attempt = { at: now, messageType, by: 'coach', ...present({ customMessage }) } as const;
    if (context.dryRun) return { data: await view(core, context, head, intent, attempt) };
    const { partnerId, mode } = intent;
    const turn: RecoveryTurn = {
      id: turnId,
      partnerId,
      mode,
      intentId: id,
      number: intent.attempts.length + 1,
      at: now,
      asked: { messageType, by: 'coach', ...present({ customMessage, incentive }) },
    };
    const standing = await core.recoveryTurns.take(turn, minus(now, RECOVERY_WEEK), core.realNow());
    if (standing !== turn) {
      const again = await recoveryBlockOf(core, intent, messageType, now);
      throw blocked(id, again ?? { code: 'this_week' });
    }
    const made = await makeRecovery(core, turn);
    if (!made) throw blocked(id, { code: 'closed' });
    return { data: await view(core, context, head, made, made.attempts[turn.number - 1]!) };
  };

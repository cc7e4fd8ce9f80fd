import { plus } from '@coach-booking/time/instant';
import { RESUME_LIFE } from '../../domain/recovery/recovery-limits.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import { instantText } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import type { RenderedMessage } from '../rendering/render-message.ts';
import { dueAtOfRecovery } from './make-recovery.ts';
import { recoveryBlockOf, type BlockNeeds } from './recovery-facts.ts';
import { abandonedOf, termsOf } from './recovery-of-coach.ts';
import { writeRecovery, type RecoveryWordsNeeds } from './recovery-words.ts';
import { blockView } from './send-recovery.ts';

type PreviewRecoveryNeeds = Pick<Core, 'cache' | 'coaches' | 'intents' | 'ledgers'> & BlockNeeds & RecoveryWordsNeeds;

/** In place of a code: there is none before the message goes. */
const NO_CODE = 'XXXXXXXX';

const wordsOf = (message: RenderedMessage) => {
  if (message.channel === 'email') return { subject: message.subject, text: message.text, html: message.html };
  if (message.channel === 'push') throw new TypeError('A recovery is a mail or an SMS.');
  return { text: message.text, segments: message.segments, encoding: message.encoding };
};

/**
 * Shows the message that `sendRecovery` would send now, and why it cannot. Its links and its code open nothing. Throws
 * COACH_NOT_FOUND, INTENT_NOT_FOUND, INVALID_REQUEST for a discount that cannot be.
 */
export const previewRecovery: UseCase<'previewRecovery', PreviewRecoveryNeeds> =
  (core) =>
  async (context, { coach, id, messageType, customMessage: words, incentive }) => {
    const { now } = context;
    const { head } = await readCoach(core, context, coach);
    const intent = await abandonedOf(core, context, head, id);
    const terms = termsOf(head, intent, incentive);
    const customMessage = words?.trim() || undefined;
    const [block, { rendered }, sendsAt] = await Promise.all([
      recoveryBlockOf(core, intent, messageType, now),
      writeRecovery(core, {
        intent,
        head,
        attempt: { messageType, ...present({ customMessage }) },
        incentive: terms && { ...terms, id: NO_CODE, expiresAt: plus(now, RESUME_LIFE) },
        isPreview: true,
        now,
      }),
      dueAtOfRecovery(core, intent, { at: now, messageType }),
    ]);
    return {
      data: { ...wordsOf(rendered), sendsAt: instantText(sendsAt), ...(block && { blocked: blockView(block) }) },
    };
  };

import type { Delivery } from '../../domain/delivery/delivery.ts';
import type { MessageKey, Template } from '../../domain/message/message.ts';
import type { Core } from '../ports/core.ts';

/** Returns the coach's own text for a message, else the partner's, and undefined where the standard one goes. */
export async function ownTemplateOf(
  { messageTemplates }: Pick<Core, 'messageTemplates'>,
  { partnerId, mode, coachId }: Pick<Delivery, 'partnerId' | 'mode' | 'coachId'>,
  key: MessageKey,
): Promise<Template | undefined> {
  const partner = { partnerId, mode };
  const [coachs, partners] = await messageTemplates.find([{ ...partner, coachId }, partner], key);
  return coachs ?? partners ?? undefined;
}

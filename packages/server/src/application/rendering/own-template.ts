import type { MessageKey, Template } from '../../domain/message/message.ts';
import type { Core } from '../ports/core.ts';
import type { TemplateOwner } from '../ports/message-templates.ts';

/** Returns the coach's own text for a message, else the partner's, and undefined where the standard one goes. */
export async function ownTemplateOf(
  { messageTemplates }: Pick<Core, 'messageTemplates'>,
  { partnerId, mode, coachId }: Omit<TemplateOwner, 'coachId'> & { readonly coachId?: string | undefined },
  key: MessageKey,
): Promise<Template | undefined> {
  const partner = { partnerId, mode };
  const owners = coachId === undefined ? [partner] : [{ ...partner, coachId }, partner];
  const [first, second] = await messageTemplates.find(owners, key);
  return first ?? second ?? undefined;
}

import type { MessageTemplates, TemplateOwner } from '../../application/ports/message-templates.ts';
import type { MessageKey } from '../../domain/message/message.ts';
import type { MemoryState } from './memory-state.ts';

const ownerText = ({ partnerId, mode, coachId = '' }: TemplateOwner): string => `${partnerId} ${mode} ${coachId}`;

const idOf = (owner: TemplateOwner, { kind, channel, audience, language }: MessageKey): string =>
  `${ownerText(owner)} ${kind} ${channel} ${audience} ${language}`;

export function createMemoryMessageTemplates({
  messageTemplates,
}: Pick<MemoryState, 'messageTemplates'>): MessageTemplates {
  return {
    of: async (owner, language) =>
      [...messageTemplates]
        .filter(([id, template]) => id === idOf(owner, template) && template.language === language)
        .map(([, template]) => template),
    find: async (owners, key) => owners.map((owner) => messageTemplates.get(idOf(owner, key)) ?? null),
    save: async (owner, template) => {
      messageTemplates.set(idOf(owner, template), structuredClone(template));
    },
    remove: async (owner, key) => {
      messageTemplates.delete(idOf(owner, key));
    },
  };
}

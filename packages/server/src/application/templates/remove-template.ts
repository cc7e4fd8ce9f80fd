import type { MessageKey } from '../../domain/message/message.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import type { TemplateOwner } from '../ports/message-templates.ts';
import type { UseCase } from '../ports/use-case.ts';
import { ownerOf, toneOf, writtenOf, type OwnerNeeds } from './owner.ts';
import { standardOf } from './standard-of.ts';
import { templateView } from './template-view.ts';

type RemoveNeeds = Pick<Core, 'messageTemplates' | 'cachedPartner'>;

const remove = async (core: RemoveNeeds, context: Context, owner: TemplateOwner, key: MessageKey) => {
  const standard = standardOf(key, await toneOf(core, owner));
  const { above } = await writtenOf(core, owner, key);
  if (!context.dryRun) await core.messageTemplates.remove(owner, key);
  return { data: templateView(owner, standard, { own: null, above }) };
};

/** Goes back to the standard text of a message; answers the same where there is no own one. Throws INVALID_REQUEST. */
export const removeTemplate: UseCase<'removeTemplate', RemoveNeeds & OwnerNeeds> = (core) => async (context, key) =>
  remove(core, context, await ownerOf(core, context), key);

/** Goes back to the text that the partner sends. Throws INVALID_REQUEST, COACH_NOT_FOUND. */
export const removeCoachTemplate: UseCase<'removeCoachTemplate', RemoveNeeds & OwnerNeeds> =
  (core) =>
  async (context, { coach, ...key }) =>
    remove(core, context, await ownerOf(core, context, coach), key);

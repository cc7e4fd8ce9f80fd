import type { Template } from '../../domain/message/message.ts';
import type { Context } from '../kernel/context.ts';
import { present } from '../kernel/present.ts';
import { Refusal } from '../kernel/refusal.ts';
import { refuseInput } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { TemplateOwner } from '../ports/message-templates.ts';
import type { UseCase } from '../ports/use-case.ts';
import { lintTemplate, savedTemplate } from '../rendering/lint-template.ts';
import { hasVideo, ownerOf, toneOf, writtenOf, type OwnerNeeds } from './owner.ts';
import { standardOf } from './standard-of.ts';
import { problemView, templateView } from './template-view.ts';

type SetNeeds = Pick<Core, 'messageTemplates' | 'templates' | 'realNow' | 'cachedPartner'>;

/** Returns a text as it is saved. Throws INVALID_REQUEST for a subject of an SMS and a message that does not exist. */
export function writtenTemplate({ kind, channel, audience, language, subject, body }: Template): Template {
  standardOf({ kind, channel, audience, language });
  if (channel === 'sms' && subject !== undefined) refuseInput('subject', 'An SMS has none.');
  return savedTemplate({ kind, channel, audience, language, ...present({ subject }), body });
}

const save = async (core: SetNeeds & OwnerNeeds, context: Context, owner: TemplateOwner, given: Template) => {
  const template = writtenTemplate(given);
  const problems = (await lintTemplate(core.templates, template, { hasVideo: await hasVideo(core, owner) })).map(
    problemView,
  );
  if (problems.some(({ severity }) => severity === 'error'))
    throw new Refusal('TEMPLATE_INVALID', 'What has an error is not saved: see details.problems.', { problems });
  const own = { ...template, updatedAt: core.realNow() };
  if (!context.dryRun) await core.messageTemplates.save(owner, own);
  const { above } = await writtenOf(core, owner, template);
  return {
    data: { template: templateView(owner, standardOf(template, await toneOf(core, owner)), { own, above }), problems },
  };
};

/** Saves the partner's own text of a message. Throws TEMPLATE_INVALID, INVALID_REQUEST. */
export const setTemplate: UseCase<'setTemplate', SetNeeds & OwnerNeeds> = (core) => async (context, given) =>
  save(core, context, await ownerOf(core, context), given);

/** Saves a coach's own text of a message. Throws TEMPLATE_INVALID, INVALID_REQUEST, COACH_NOT_FOUND. */
export const setCoachTemplate: UseCase<'setCoachTemplate', SetNeeds & OwnerNeeds> =
  (core) =>
  async (context, { coach, ...given }) =>
    save(core, context, await ownerOf(core, context, coach), given);

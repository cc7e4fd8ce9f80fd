import type { components } from '@coach-booking/contract/types';
import type { MessageKey, Template } from '../../domain/message/message.ts';
import { checkTimeZone } from '../accounts/check-account.ts';
import type { Context } from '../kernel/context.ts';
import { present } from '../kernel/present.ts';
import { refuseInput } from '../kernel/scope.ts';
import { brandOf } from '../mail/brand-of.ts';
import type { Core } from '../ports/core.ts';
import type { TemplateOwner } from '../ports/message-templates.ts';
import type { UseCase } from '../ports/use-case.ts';
import { lintTemplate } from '../rendering/lint-template.ts';
import { renderOwn, type RenderedMessage } from '../rendering/render-message.ts';
import { sampleData } from '../rendering/sample-data.ts';
import { hasVideo, ownerOf, toneOf, writtenOf, type OwnerNeeds } from './owner.ts';
import { bookingData, type PreviewData, type PreviewDataNeeds } from './preview-data.ts';
import { writtenTemplate } from './set-template.ts';
import { standardOf } from './standard-of.ts';
import { effectiveOf, problemView } from './template-view.ts';

type Schemas = components['schemas'];
type PreviewNeeds = Pick<Core, 'messageTemplates' | 'templates' | 'cachedMessaging'> & PreviewDataNeeds;
type Asked = MessageKey & Schemas['PreviewInput'];

/** Returns the text to show: what is written and not saved yet, else what is sent now. */
const shownText = async (core: PreviewNeeds, owner: TemplateOwner, asked: Asked): Promise<Template> => {
  const { kind, channel, audience, language, subject, body } = asked;
  const key = { kind, channel, audience, language };
  if (body !== undefined) return writtenTemplate({ ...key, ...present({ subject }), body });
  if (subject !== undefined) refuseInput('body', 'Is needed with subject.');
  return effectiveOf(owner, standardOf(key, await toneOf(core, owner)), await writtenOf(core, owner, key)).template;
};

const dataFor = async (
  core: PreviewNeeds,
  context: Context,
  owner: TemplateOwner,
  { bookingId, timeZone, ...key }: Asked,
): Promise<PreviewData> => {
  if (bookingId !== undefined) return bookingData(core, context, owner, key, bookingId);
  checkTimeZone(timeZone);
  return { data: sampleData(key.kind, key.channel, key.audience, timeZone), language: key.language };
};

const messageView = (message: RenderedMessage): Omit<Schemas['TemplatePreview'], 'problems'> => {
  if (message.channel === 'push') return { subject: message.title, text: message.body };
  if (message.channel === 'sms') return { text: message.text, segments: message.segments, encoding: message.encoding };
  return { subject: message.subject, text: message.text, html: message.html };
};

const preview = async (core: PreviewNeeds, context: Context, owner: TemplateOwner, asked: Asked) => {
  const template = await shownText(core, owner, asked);
  const { data, language } = await dataFor(core, context, owner, asked);
  const brand = brandOf(await core.cachedPartner(owner.partnerId), await core.cachedMessaging(owner));
  const lint = { brand, data, hasVideo: await hasVideo(core, owner) };
  const problems = (await lintTemplate(core.templates, template, lint)).map(problemView);
  if (problems.some(({ severity }) => severity === 'error')) return { data: { problems } };
  const message = await renderOwn(core.templates, { ...template, template, language, brand, data });
  return { data: { ...messageView(message), problems } };
};

/** Shows what a text of the partner comes to. Throws INVALID_REQUEST, BOOKING_NOT_FOUND. */
export const previewTemplate: UseCase<'previewTemplate', PreviewNeeds & OwnerNeeds> =
  (core) => async (context, asked) =>
    preview(core, context, await ownerOf(core, context), asked);

/** Shows what a text of a coach comes to. Throws INVALID_REQUEST, BOOKING_NOT_FOUND, COACH_NOT_FOUND. */
export const previewCoachTemplate: UseCase<'previewCoachTemplate', PreviewNeeds & OwnerNeeds> =
  (core) =>
  async (context, { coach, ...asked }) =>
    preview(core, context, await ownerOf(core, context, coach), asked);

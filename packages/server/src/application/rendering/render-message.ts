import {
  messageLanguageOf,
  type Audience,
  type MessageChannel,
  type MessageKind,
  type Template,
} from '../../domain/message/message.ts';
import { paragraphsOf, type Line } from '../../domain/message/marked-text.ts';
import { oneLine } from '../mail/one-line.ts';
import { TemplateFailure, type TemplateFault, type Templates, type TemplateScope } from '../ports/templates.ts';
import { localeOf } from './locale.ts';
import { mailHtml } from '../mail/mail-html.ts';
import { headlineOf, mailParts } from '../mail/mail-parts.ts';
import type { MessageBrand, MessageData } from './message-data.ts';
import { linksAmong, messageValues, scopeOf } from './message-values.ts';
import { lineText, plainText } from './plain-text.ts';
import { inSmsSigns, smsLengthOf, type SmsLength } from './sms-text.ts';
import { dateText } from './moment-words.ts';
import { recoveryTextsIn, standardTemplate, standardTextsIn } from './standard/standard-template.ts';
import type { StandardTexts } from './standard/standard-texts.ts';

export interface MessageRequest {
  readonly kind: MessageKind;
  readonly channel: MessageChannel;
  readonly audience: Audience;
  /** BCP 47: the reader's. Dates are written by it, texts in the nearest language that there is. */
  readonly language?: string | undefined;
  /** The partner's or the coach's own, in place of the standard one. */
  readonly template?: Pick<Template, 'subject' | 'body'> | undefined;
  readonly brand: MessageBrand;
  readonly data: MessageData;
}

export interface RenderedMail {
  readonly channel: 'email';
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}
export interface RenderedSms extends SmsLength {
  readonly channel: 'sms';
  readonly text: string;
}
export interface RenderedPush {
  readonly channel: 'push';
  readonly title: string;
  readonly body: string;
  /** The address that a tap opens. */
  readonly url?: string;
}
export type RenderedMessage = (RenderedMail | RenderedSms | RenderedPush) & {
  /** The reason why the own template could not be used: the standard one was. */
  readonly fault?: TemplateFault;
};

/** A subject's, and of a push message, whose payload is 4 kB for everything. */
const MAX_LENGTHS = { subject: 150, title: 80, body: 240 } as const;

const clipped = (text: string, most: number): string => {
  const signs = [...text];
  return signs.length <= most
    ? text
    : `${signs
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
};

interface Rendered {
  readonly subject: readonly Line[];
  readonly paragraphs: readonly (readonly Line[])[];
}

interface Content extends Rendered {
  readonly request: MessageRequest;
  readonly texts: StandardTexts;
  readonly links: ReadonlySet<string>;
  readonly when: string | undefined;
}

const subjectOf = ({ subject, texts, links, request }: Content, most: number): string => {
  const line = subject.map((piece) => lineText(piece, texts.dir, links)).join(' ');
  return clipped(oneLine(line) || oneLine(request.data.service.title) || request.brand.name, most);
};

/** A greeting is no longer. */
const GREETING_LENGTH = 40;

/** Returns what mail programs show beside the subject: headline and when, or the first sentence after a greeting. */
function previewOf(
  paragraphs: Rendered['paragraphs'],
  when: string | undefined,
  plain: (at: number) => string,
): string {
  if (paragraphs[0]?.[0] && headlineOf(paragraphs[0][0])) return [plain(0), when].filter(Boolean).join(' · ');
  return plain(0).length <= GREETING_LENGTH && paragraphs.length > 1 ? plain(1) : plain(0);
}

/**
 * Returns why the reader has the mail. A recovery says when its address was entered, which need not be by the reader.
 */
const sentByOf = ({ request: { data, audience, language, brand }, texts }: Content): string => {
  const { recovery, timeZone } = data;
  if (!recovery) return texts.words.sentBy[audience];
  const locale = localeOf(texts.language, language);
  const date = dateText(recovery.enteredAt, { locale, timeZone, isShort: false });
  return recoveryTextsIn(texts.language, brand.tone).sentBy.replace('{date}', () => date);
};

function mailOf(content: Content): RenderedMail {
  const { request, texts, links, paragraphs } = content;
  const { brand, data } = request;
  const { words, dir } = texts;
  const subject = subjectOf(content, MAX_LENGTHS.subject);
  const plain = plainText(paragraphs, dir, links);
  const preview = previewOf(paragraphs, content.when, (at) => plainText(paragraphs.slice(at, at + 1), dir, links));
  const sentBy = sentByOf(content)
    .replace('{brand}', () => oneLine(brand.name))
    .replace('{coach}', () => oneLine(data.coach.name));
  // A welcome is about no booking, and names its sender itself.
  const footer = request.kind === 'welcome' ? [] : [sentBy];
  const { unsubscribe: url } = data.links;
  const unsubscribe = url === undefined ? undefined : { label: words.unsubscribe, url };
  const below = [
    ...footer,
    ...(unsubscribe ? [`${unsubscribe.label}: ${unsubscribe.url}`] : []),
    ...(brand.address ? [brand.address] : []),
  ];
  const parts = mailParts(paragraphs, links);
  const letter = {
    language: texts.language,
    dir,
    subject,
    preview,
    parts,
    links,
    brand,
    footer,
    unsubscribe,
  };
  const foot = below.length > 0 ? `\n\n-- \n${below.join('\n')}` : '';
  return { channel: 'email', subject, text: `${plain}${foot}\n`, html: mailHtml(letter) };
}

function smsOf({ paragraphs, texts, links, request }: Content): RenderedSms {
  const plain = plainText(paragraphs, texts.dir, links);
  const stop = request.kind === 'recovery' ? ` ${recoveryTextsIn(texts.language).stop}` : '';
  const text = inSmsSigns(`${plain}${stop}`);
  return { channel: 'sms', text, ...smsLengthOf(text) };
}

function pushOf(content: Content): RenderedPush {
  const { request, paragraphs, texts, links } = content;
  const { manage, calendar, reschedule } = request.data.links;
  const url = request.audience === 'coach' ? calendar : (manage ?? reschedule ?? calendar);
  const body = clipped(plainText(paragraphs, texts.dir, links), MAX_LENGTHS.body);
  return { channel: 'push', title: subjectOf(content, MAX_LENGTHS.title), body, ...(url !== undefined && { url }) };
}

const rendered = ([subject, body]: readonly string[]): Rendered => ({
  subject: paragraphsOf(subject!).flat(),
  paragraphs: paragraphsOf(body!),
});

/**
 * Renders an own template, so that its author sees the result.
 * @throws TemplateFailure; and what `renderMessage` throws
 */
export async function renderOwn(
  templates: Templates,
  request: MessageRequest & { readonly template: Pick<Template, 'subject' | 'body'> },
): Promise<RenderedMessage> {
  const { subject = '', body } = request.template;
  return messageFrom(request, async (scope) => rendered(await templates.render([subject, body], scope)));
}

function renderStandard(templates: Templates, request: MessageRequest): Promise<RenderedMessage> {
  const { kind, channel, audience, brand } = request;
  const language = messageLanguageOf(request.language);
  const template = standardTemplate({ kind, channel, audience, language }, brand.tone);
  if (!template) throw new TypeError(`There is no text for ${kind} by ${channel} to ${audience}.`);
  const { subject = '', body } = template;
  return messageFrom(request, async (scope) => rendered(templates.renderStandard([subject, body], scope)));
}

async function messageFrom(
  request: MessageRequest,
  render: (scope: TemplateScope) => Promise<Rendered>,
): Promise<RenderedMessage> {
  const { channel, audience, data, brand } = request;
  const language = messageLanguageOf(request.language);
  const texts = standardTextsIn(language, brand.tone);
  const locale = localeOf(language, request.language);
  const values = messageValues(data, brand, { audience, channel, locale, words: texts.words });
  const links = linksAmong(values);
  const content = { ...(await render(scopeOf(values))), request, texts, links, when: values.when };
  if (channel === 'email') return mailOf(content);
  return channel === 'sms' ? smsOf(content) : pushOf(content);
}

/**
 * Renders a message: by the own template where there is one, and by the standard one where there is none or it cannot
 * be used (`fault` has the reason), since a message in other words is better than none. Throws a TypeError where this
 * channel does not carry this message to these people, and for a link that is not http(s); a RangeError for a zone that
 * does not exist.
 */
export async function renderMessage(templates: Templates, request: MessageRequest): Promise<RenderedMessage> {
  const { template } = request;
  if (!template) return renderStandard(templates, request);
  try {
    return await renderOwn(templates, { ...request, template });
  } catch (error) {
    if (!(error instanceof TemplateFailure)) throw error;
    return { ...(await renderStandard(templates, request)), fault: error.fault };
  }
}

import {
  channelsOf,
  type Audience,
  type MessageKind,
  type MessageLanguage,
  type MessageKey,
  type Template,
} from '../../../domain/message/message.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { he } from './he.ts';
import { it } from './it.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { recoveryTexts } from './recovery.ts';
import type { StandardText, StandardTexts } from './standard-texts.ts';
import { tr } from './tr.ts';

const all: Readonly<Record<MessageLanguage, StandardTexts>> = { ar, de, en, es, fr, he, it, nl, pl, pt, tr };

export function standardTextsIn(language: MessageLanguage): StandardTexts {
  return all[language];
}

const textOf = (language: MessageLanguage, audience: Audience, kind: MessageKind): StandardText | undefined => {
  if (kind === 'recovery') return audience === 'attendee' ? recoveryTexts[language] : undefined;
  const texts: Readonly<Partial<Record<MessageKind, StandardText>>> = all[language][audience];
  return texts[kind];
};

/** Returns the product's own template, or null where this channel does not carry this message to these people. */
export function standardTemplate(key: MessageKey): Template | null {
  const { kind, channel, audience, language } = key;
  const text = channelsOf(kind, audience).includes(channel) ? textOf(language, audience, kind) : undefined;
  if (!text) return null;
  const own = { kind, channel, audience, language };
  if (channel === 'email') return { ...own, subject: text.subject, body: text.mail };
  if (channel === 'sms') return text.sms === undefined ? null : { ...own, body: text.sms };
  return text.push === undefined ? null : { ...own, subject: text.push[0], body: text.push[1] };
}

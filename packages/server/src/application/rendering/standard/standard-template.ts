import {
  channelsOf,
  type MessageKind,
  type MessageLanguage,
  type MessageKey,
  type Template,
} from '../../../domain/message/message.ts';
import type { Tone } from '../../ports/partners.ts';
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
import { recoveryTexts, type RecoveryText } from './recovery.ts';
import type { StandardText, StandardTexts } from './standard-texts.ts';
import { inTone, tonedTexts } from './tones.ts';
import { tr } from './tr.ts';

const all: Readonly<Record<MessageLanguage, StandardTexts>> = { ar, de, en, es, fr, he, it, nl, pl, pt, tr };

/** Returns the texts of a language; those to attendees in a tone, where the language has two. */
export function standardTextsIn(language: MessageLanguage, tone?: Tone): StandardTexts {
  return tonedTexts(all[language], tone);
}

/** Returns the texts of a recovery in a language. */
export function recoveryTextsIn(language: MessageLanguage, tone?: Tone): RecoveryText {
  return inTone('recovery', language, tone, recoveryTexts[language]);
}

const textOf = ({ language, audience, kind }: MessageKey, tone: Tone | undefined): StandardText | undefined => {
  if (kind === 'recovery') return audience === 'attendee' ? recoveryTextsIn(language, tone) : undefined;
  const texts: Readonly<Partial<Record<MessageKind, StandardText>>> = standardTextsIn(language, tone)[audience];
  return texts[kind];
};

/** Returns the product's own template, or null where this channel does not carry this message to these people. */
export function standardTemplate(key: MessageKey, tone?: Tone): Template | null {
  const { kind, channel, audience, language } = key;
  const text = channelsOf(kind, audience).includes(channel) ? textOf(key, tone) : undefined;
  if (!text) return null;
  const own = { kind, channel, audience, language };
  if (channel === 'email') return { ...own, subject: text.subject, body: text.mail };
  if (channel === 'sms') return text.sms === undefined ? null : { ...own, body: text.sms };
  return text.push === undefined ? null : { ...own, subject: text.push[0], body: text.push[1] };
}

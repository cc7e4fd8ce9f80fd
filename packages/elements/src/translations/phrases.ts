import type { Plural } from '../internal/i18n/say.ts';
import type { en } from './en.ts';
import type { enSteps } from './en-steps.ts';

/** The phrases of the widget. */
export type Phrase = keyof typeof en | keyof typeof enSteps;

/** One language: a text for every phrase. */
export type Texts = Readonly<Record<Phrase, string | Plural>>;

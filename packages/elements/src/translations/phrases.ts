import type { Plural } from '../internal/i18n/say.ts';
import type { en } from './en.ts';
import type { enModes } from './en-modes.ts';
import type { enSteps } from './en-steps.ts';
import type { enTeam } from './en-team.ts';

/** The phrases of the widget. */
export type Phrase = keyof typeof en | keyof typeof enSteps | keyof typeof enModes | keyof typeof enTeam;

/** One language: a text for every phrase. */
export type Texts = Readonly<Record<Phrase, string | Plural>>;

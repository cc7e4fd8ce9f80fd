import type { ClientDataTexts } from '@coach-booking/elements/internal/client/texts';
import type { en } from './en.ts';

/** The texts of the pages of a client alone, in one language. */
export type OwnMeTexts = Readonly<Record<keyof typeof en, string>>;

/** These, and those about a client’s profile and logs. */
export type MeTexts = ClientDataTexts & OwnMeTexts;

import type { en } from './en.ts';

/** The texts of the pages about bookings that were not finished, in one language. */
export type RecoveryTexts = Readonly<Record<keyof typeof en, string>>;

import type { BookingTab } from './booking-filters.ts';
import type { BookingTexts } from './texts/index.ts';

/** Returns the title and text shown in an empty part of the list. */
export function noneIn(tab: BookingTab, texts: BookingTexts): { readonly title: string; readonly text: string } {
  const text = { requests: texts.noneRequestsText, timeless: texts.noneTimelessText }[tab as string] ?? texts.noneText;
  return { title: texts[`none_${tab}`], text };
}

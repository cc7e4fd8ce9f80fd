import type { Service } from '@coach-booking/sdk';
import { shownPrice } from './price.ts';
import { serviceTextsFor } from './texts/index.ts';

/** Returns what a service is, in one line: its length, its price, where it is, and what is special about it. */
export function factsOf(service: Service, tag: string): string {
  const { texts, language } = serviceTextsFor(tag);
  const { duration, price, locationKind, place, video, confirmByEmail, verifyBusy, reminders, intake } = service;
  const length = new Intl.NumberFormat(language, { style: 'unit', unit: 'minute', unitDisplay: 'long' });
  return [
    length.format(duration),
    price && (price.amount === 0 ? texts.free : shownPrice(price, language)),
    texts[locationKind],
    service.active === false && texts.hidden,
    locationKind === 'in_person' && !place && texts.noPlace,
    video && texts.hasVideo,
    confirmByEmail !== undefined && (confirmByEmail ? texts.confirms : texts.confirmsNot),
    verifyBusy && texts.verifiesBusy,
    reminders && texts.ownReminders,
    intake && texts.ownQuestions,
  ]
    .filter(Boolean)
    .join(' · ');
}

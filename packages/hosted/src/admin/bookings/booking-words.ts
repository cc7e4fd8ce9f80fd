import type { BookingWords } from '../../desk/bookings/booking-facts.ts';
import { bookingTextsFor } from '../../desk/bookings/texts/index.ts';
import { listFormat } from '../../desk/lists/list-format.ts';
import { listTextsFor } from '../../desk/lists/texts/index.ts';
import type { AdminView } from '../view.ts';
import type { OpenBooking } from './open-booking.ts';

/** Returns the words of bookings in the language of the page, by the clock of a zone (IANA). */
export function bookingWords({ format }: AdminView, timeZone: string, open: OpenBooking): BookingWords {
  const { language } = format;
  return {
    texts: bookingTextsFor(language).texts,
    lists: listTextsFor(language).texts,
    format: listFormat(language, timeZone),
    staffName: open.staffName,
    coachName: open.coachName,
  };
}

import type { SearchTexts } from './index.ts';

export const de: SearchTexts = {
  label: 'Seite, Name, E-Mail oder Telefon',
  seeking: 'Wird gesucht…',
  nothing: 'Nichts gefunden.',
  count: '{count} gefunden',
  pages: 'Seiten',
  clients: 'Kunden',
  leads: 'Interessierte',
  bookings: 'Buchungen',
  accountLabel: 'Seite, Name oder E-Mail',
  people: 'Personen',
  coaches: 'Coaches',
};

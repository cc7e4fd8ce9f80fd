import type { BookTexts } from './phrases.ts';

/** The texts for a client who is signed in on a page to book, in German. */
export const de: BookTexts = {
  label: 'Ihr Konto',
  signedIn: 'Angemeldet als {name}',
  mine: 'Ihre Termine',
  notYou: 'Nicht Sie? Abmelden',
  unproven:
    'Ihre E-Mail-Adresse ist noch nicht bestätigt. Sobald sie es ist, steht auch in Ihrem Konto, was Sie hier buchen.',
  prove: 'Im Konto bestätigen',
  last: 'Ihre letzten Termine',
  again: 'Wieder buchen',
  all: 'Alle Angebote zeigen',
};

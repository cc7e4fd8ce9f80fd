import type { BookTexts } from './phrases.ts';

/** The texts for a client who is signed in on a page to book, in Polish. */
export const pl: BookTexts = {
  label: 'Twoje konto',
  signedIn: 'Zalogowano jako {name}',
  mine: 'Twoje sesje',
  notYou: 'To nie Ty? Wyloguj się',
  unproven:
    'Twój adres e-mail nie jest jeszcze potwierdzony. Gdy to zrobisz, to, co tu rezerwujesz, będzie też na Twoim koncie.',
  prove: 'Potwierdź na koncie',
  last: 'Twoje ostatnie sesje',
  again: 'Zarezerwuj ponownie',
  all: 'Pokaż wszystkie usługi',
};

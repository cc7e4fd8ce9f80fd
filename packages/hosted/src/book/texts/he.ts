import type { BookTexts } from './phrases.ts';

/** The texts for a client who is signed in on a page to book, in Hebrew. */
export const he: BookTexts = {
  label: 'החשבון שלכם',
  signedIn: 'נכנסתם בשם {name}',
  mine: 'המפגשים שלכם',
  notYou: 'לא אתם? יציאה',
  unproven: 'כתובת הדוא״ל שלכם עדיין לא אושרה. אחרי האישור, מה שתזמינו כאן יופיע גם בחשבון שלכם.',
  prove: 'אישור בחשבון',
  last: 'המפגשים האחרונים שלכם',
  again: 'להזמין שוב',
  all: 'כל השירותים',
};

import type { BookTexts } from './phrases.ts';

/** The texts for a client who is signed in on a page to book, in Dutch. */
export const nl: BookTexts = {
  label: 'Je account',
  signedIn: 'Aangemeld als {name}',
  mine: 'Je sessies',
  notYou: 'Niet jij? Afmelden',
  unproven: 'Je e-mailadres is nog niet bevestigd. Zodra dat is gebeurd, staat wat je hier boekt ook in je account.',
  prove: 'In het account bevestigen',
  last: 'Je laatste sessies',
  again: 'Opnieuw boeken',
  all: 'Alle diensten tonen',
};

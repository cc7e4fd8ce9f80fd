import type { BookTexts } from './phrases.ts';

/** The texts for a client who is signed in on a page to book, in Italian. */
export const it: BookTexts = {
  label: 'Il tuo account',
  signedIn: 'Accesso effettuato come {name}',
  mine: 'Le tue sessioni',
  notYou: 'Non sei tu? Esci',
  unproven:
    'Il tuo indirizzo e-mail non è ancora confermato. Quando lo sarà, quello che prenoti qui sarà anche nel tuo account.',
  prove: 'Confermalo nell’account',
  last: 'Le tue ultime sessioni',
  again: 'Prenota di nuovo',
  all: 'Mostra tutti i servizi',
};

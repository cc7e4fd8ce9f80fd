import type { BookTexts } from './phrases.ts';

/** The texts for a client who is signed in on a page to book, in French. */
export const fr: BookTexts = {
  label: 'Votre compte',
  signedIn: 'Session ouverte au nom de {name}',
  mine: 'Vos séances',
  notYou: 'Ce n’est pas vous ? Se déconnecter',
  unproven:
    'Votre adresse e-mail n’est pas encore confirmée. Une fois qu’elle le sera, ce que vous réservez ici figurera aussi dans votre compte.',
  prove: 'La confirmer dans le compte',
  last: 'Vos dernières séances',
  again: 'Réserver à nouveau',
  all: 'Afficher toutes les prestations',
};

import { fr as data } from '../../../internal/client/texts/fr.ts';
import type { ClientTexts } from './phrases.ts';

const count = (one: string, other: string) => ({ one, other });

const fr: ClientTexts = {
  ...data,
  loading: 'Lecture de ce que le client a indiqué et noté…',
  loaded: 'Le client est affiché.',
  bookNext: 'Réserver la suivante',
  offline: 'Vous êtes hors ligne. Un client est lu chaque fois sur le serveur : réessayez une fois connecté.',
  forbidden: 'Vous ne pouvez pas voir ce client.',
  readBefore: 'Vous êtes hors ligne : voici ce qui a été lu auparavant.',
  nothingAtAll: '{name} n’a pas rempli de profil et n’a rien noté depuis le {date}.',
  more: count('{count} de plus', '{count} de plus'),
  together: 'Avec vous',
  bookings: 'Réservations',
  lastSession: 'Dernière séance',
  nextSession: 'Prochaine séance',
};

export default fr;

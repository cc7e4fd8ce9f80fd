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
  notes: 'Vos notes',
  notesHint:
    'Pour vous et votre équipe. Le client ne les voit pas dans son compte ; une exportation de ses données les contient.',
  notesAsOf: 'Modifiées le {at}',
  notesConflict:
    'Ces notes ont été modifiées ailleurs depuis que vous les avez ouvertes. Les vôtres ne sont pas encore enregistrées.',
  theirs: 'L’autre version',
  useTheirs: 'Prendre l’autre version',
  saveMine: 'La remplacer par la mienne',
  notesSaved: 'Vos notes sont enregistrées.',
};

export default fr;

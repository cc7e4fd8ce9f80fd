import type { OwnClientPageTexts } from './en.ts';

/** The texts of the pages of clients, in French. `{…}` are filled in. */
export const fr: OwnClientPageTexts = {
  title: 'Clients',
  text: 'Personnes avec un compte qui ont réservé chez vous. Qui réserve sans compte figure parmi les prospects.',
  toLeads: 'Chercher parmi les prospects',
  none: 'Pas encore de clients',
  noneText: 'Qui s’inscrit et réserve chez vous apparaît ici.',
  notShared: 'Profil non partagé',
  shared: 'Profil partagé',
  back: 'Tous les clients',
  contact: 'Contact',
  timeZone: 'Fuseau horaire',
  together: 'Réservations ensemble',
  noBookings: 'Aucune réservation',
  noBookingsText: 'Réservez la première séance dans le calendrier.',
  notes: 'Vos notes',
  notesHint:
    'Pour vous et votre équipe. Le client ne les voit pas dans son compte ; une exportation de ses données les contient.',
  notesAsOf: 'Modifiées le {at}',
  notesConflict:
    'Ces notes ont été modifiées ailleurs depuis que vous les avez ouvertes. Les vôtres ne sont pas encore enregistrées.',
  theirs: 'L’autre version',
  useTheirs: 'Prendre l’autre version',
  saveMine: 'La remplacer par la mienne',
  leave: 'Vos notes ne sont pas enregistrées. Quitter cette page ?',
};

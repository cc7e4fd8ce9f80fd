/** The French texts of preferences, and of the keys that show them. */
export const frChoices = {
  keys_views: 'Jour, trois jours, semaine, mois, liste',
  keys_search: 'Rechercher des réservations',
  keys_filters: 'Filtres',
  timeFormat: 'Heures',
  time_language: 'Comme dans la langue',
  time_h12: '12 heures',
  time_h24: '24 heures',
  colourBy: 'Les couleurs montrent',
  by_status: 'Le statut',
  by_service: 'La prestation',
  by_team: 'Qui l’anime',
  secondTimeZone: 'Deuxième fuseau horaire',
  secondTimeZoneNone: 'Aucun',
} as const;

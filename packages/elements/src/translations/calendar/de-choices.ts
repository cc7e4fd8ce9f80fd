/** The German texts of preferences, and of the keys that show them. */
export const deChoices = {
  keys_views: 'Tag, drei Tage, Woche, Monat, Liste',
  keys_search: 'Buchungen suchen',
  keys_filters: 'Filter',
  timeFormat: 'Uhrzeiten',
  time_language: 'Wie in der Sprache üblich',
  time_h12: '12 Stunden',
  time_h24: '24 Stunden',
  colourBy: 'Farben zeigen',
  by_status: 'Den Status',
  by_service: 'Die Leistung',
  by_team: 'Wer sie leitet',
  secondTimeZone: 'Zweite Zeitzone',
  secondTimeZoneNone: 'Keine',
} as const;

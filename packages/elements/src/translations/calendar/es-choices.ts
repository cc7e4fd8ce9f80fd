/** The Spanish texts of preferences, and of the keys that show them. */
export const esChoices = {
  keys_views: 'Día, tres días, semana, mes, lista',
  keys_search: 'Buscar reservas',
  keys_filters: 'Filtros',
  timeFormat: 'Horas',
  time_language: 'Como en el idioma',
  time_h12: '12 horas',
  time_h24: '24 horas',
  colourBy: 'Los colores muestran',
  by_status: 'El estado',
  by_service: 'El servicio',
  by_team: 'Quién la dirige',
  secondTimeZone: 'Segunda zona horaria',
  secondTimeZoneNone: 'Ninguna',
} as const;

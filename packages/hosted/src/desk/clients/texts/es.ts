import type { OwnClientPageTexts } from './en.ts';

/** The texts of the pages of clients, in Spanish. `{…}` are filled in. */
export const es: OwnClientPageTexts = {
  title: 'Clientes',
  text: 'Personas con cuenta que reservaron con usted. Quien reserva sin cuenta está entre los interesados.',
  toLeads: 'Buscar entre los interesados',
  none: 'Aún no hay clientes',
  noneText: 'Aquí aparece quien se registra y reserva con usted.',
  notShared: 'Perfil no compartido',
  shared: 'Perfil compartido',
  back: 'Todos los clientes',
  contact: 'Contacto',
  timeZone: 'Zona horaria',
  together: 'Reservas juntos',
  noBookings: 'Sin reservas',
  noBookingsText: 'Reserve la primera sesión en el calendario.',
  notes: 'Sus notas',
  notesHint: 'Para usted y su equipo. El cliente no las ve en su cuenta; una exportación de sus datos las incluye.',
  notesAsOf: 'Cambiadas el {at}',
  notesConflict: 'Estas notas cambiaron en otro lugar desde que las abrió. Las suyas aún no están guardadas.',
  theirs: 'La otra versión',
  useTheirs: 'Usar la otra versión',
  saveMine: 'Reemplazarla por la mía',
  leave: 'Sus notas no están guardadas. ¿Salir de esta página?',
};

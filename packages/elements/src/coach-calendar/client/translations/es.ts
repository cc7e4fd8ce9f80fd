import { es as data } from '../../../internal/client/texts/es.ts';
import type { ClientTexts } from './phrases.ts';

const count = (one: string, other: string) => ({ one, other });

const es: ClientTexts = {
  ...data,
  loading: 'Leyendo lo que el cliente ha contado y anotado…',
  loaded: 'Se muestra el cliente.',
  bookNext: 'Reservar la próxima',
  offline: 'No tiene conexión. Un cliente se lee cada vez del servidor: inténtelo de nuevo cuando esté conectado.',
  forbidden: 'No puede ver a este cliente.',
  readBefore: 'No tiene conexión: esto es lo último que se leyó.',
  nothingAtAll: '{name} no ha rellenado el perfil ni ha anotado nada desde el {date}.',
  more: count('{count} más', '{count} más'),
  together: 'Con usted',
  bookings: 'Reservas',
  lastSession: 'Última sesión',
  nextSession: 'Próxima sesión',
  notes: 'Sus notas',
  notesHint: 'Para usted y su equipo. El cliente no las ve en su cuenta; una exportación de sus datos las incluye.',
  notesAsOf: 'Cambiadas el {at}',
  notesConflict: 'Estas notas cambiaron en otro lugar desde que las abrió. Las suyas aún no están guardadas.',
  theirs: 'La otra versión',
  useTheirs: 'Usar la otra versión',
  saveMine: 'Reemplazarla por la mía',
  notesSaved: 'Sus notas están guardadas.',
};

export default es;

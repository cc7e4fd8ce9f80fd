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
};

export default es;

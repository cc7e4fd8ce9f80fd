import type { SearchTexts } from './index.ts';

export const es: SearchTexts = {
  label: 'Página, nombre, correo o teléfono',
  seeking: 'Buscando…',
  nothing: 'No se encontró nada.',
  count: '{count} encontrados',
  pages: 'Páginas',
  clients: 'Clientes',
  leads: 'Interesados',
  bookings: 'Reservas',
  accountLabel: 'Página, nombre o correo',
  people: 'Personas',
  coaches: 'Coaches',
};

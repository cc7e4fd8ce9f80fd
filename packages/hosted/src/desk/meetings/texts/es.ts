import type { PageTexts } from './en.ts';

export const es: PageTexts = {
  coming: 'Próximas',
  comingText: 'De las próximas dos semanas, según la hora de {zone}.',
  past: 'Pasadas',
  pastText: 'De los últimos treinta días, las más recientes primero.',
  none: 'Aquí no hay ninguna reunión. Qué servicios tienen una se decide en Servicios.',
  reload: 'Volver a mirar',
  number: 'Reunión {number}',
  password: 'Contraseña {password}',
  people: 'Quién estuvo',
  unnamed: 'Sin nombre',
  host: 'anfitrión',
  visit: 'de {from} a {to}, {minutes}',
  visitOpen: 'desde {from}',
  visitEnd: 'hasta {to}',
  recording: 'Grabación, {minutes}, {size}',
};

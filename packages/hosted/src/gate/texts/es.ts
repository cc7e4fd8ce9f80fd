import type { GateTexts } from './phrases.ts';

export const es: GateTexts = {
  title: '¿Qué negocio?',
  text: 'Varios negocios trabajan con este servidor. Escriba el nombre corto del suyo; está en los enlaces que recibió.',
  slug: 'Nombre corto',
  go: 'Continuar',
  required: 'Rellene este campo.',
  unknown: 'Ningún negocio tiene aquí ese nombre. Compruebe el enlace o escriba el nombre corto.',
  closedTitle: 'Cerrado por el momento',
  closed:
    'Por el momento este negocio no se puede reservar ni gestionar aquí. No se pierde nada. Pregúntele cómo seguir.',
};

import type { BookTexts } from './phrases.ts';

/** The texts for a client who is signed in on a page to book, in Spanish. */
export const es: BookTexts = {
  label: 'Su cuenta',
  signedIn: 'Sesión iniciada como {name}',
  mine: 'Sus sesiones',
  notYou: '¿No es usted? Cerrar sesión',
  unproven:
    'Su dirección de correo aún no está confirmada. Cuando lo esté, lo que reserve aquí también estará en su cuenta.',
  prove: 'Confirmarla en la cuenta',
  last: 'Sus últimas sesiones',
  again: 'Reservar de nuevo',
  all: 'Mostrar todos los servicios',
};

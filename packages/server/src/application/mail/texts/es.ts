import type { MailTexts } from '../mail-texts.ts';

export const es: MailTexts = {
  language: 'es',
  dir: 'ltr',
  greeting: 'Hola, {name}:',
  greetingWithoutName: 'Hola:',
  email_verification: {
    subject: 'Confirma tu correo electrónico para {product}',
    why: 'Confirma, por favor, que esta dirección es tuya. Las reservas que hiciste antes con ella estarán entonces también en tu cuenta.',
    action: 'Confirmar esta dirección',
    limit: 'El enlace funciona durante {time}.',
    unasked: 'Si no tienes una cuenta en {product}, no hagas nada: sin el enlace no pasa nada.',
  },
  password_reset: {
    subject: 'Elige una contraseña nueva para {product}',
    why: 'Alguien, probablemente tú, ha pedido elegir una contraseña nueva para tu cuenta en {product}.',
    action: 'Elegir una contraseña nueva',
    limit: 'El enlace funciona una sola vez y durante {time}. Con la contraseña nueva se cierran todas tus sesiones.',
    unasked: 'Si no has sido tú, no hagas nada: tu contraseña se queda como está.',
  },
};

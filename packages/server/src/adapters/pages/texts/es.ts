import type { PageTexts } from './phrases.ts';

export const es: PageTexts = {
  book: 'Reservar con {coach}',
  bookText: 'Vea cuándo tiene horas libres {coach} y reserve una.',
  booking: 'Su reserva',
  noBooking: 'Este enlace no abre ninguna reserva',
  noBookingText:
    'Puede haber caducado o haber sido sustituido. Use el enlace más reciente que tenga o pregunte a su entrenador.',
  nothing: 'Esta página no existe',
  nothingText: 'No hay nada en esta dirección. Compruebe el enlace.',
  noCoachText: 'En esta dirección no hay ningún entrenador que reservar. Compruebe el enlace.',
  confirm: 'Confirme su reserva',
  verify: 'Confirme su correo electrónico',
  refuse: 'No he sido yo',
  email: 'Confirme su nuevo correo electrónico',
  password: 'Elija una contraseña',
  forgotten: 'Elija otra contraseña',
  noLink: 'Este enlace no funciona',
  noLinkText:
    'Puede haberse cortado por el camino. Ábralo de nuevo desde el correo o pida uno nuevo donde inicia sesión.',
  calendar: 'Calendario',
  deskText: 'Inicie sesión en su calendario y sus ajustes.',
  messages: 'Mensajes',
  notifications: 'Avisos',
  account: 'Mi cuenta',
  admin: 'Administración',
  choose: '¿Qué empresa?',
  chooseText: 'Varias empresas trabajan con este servidor. Abra {address}, con el nombre corto de la suya en su lugar.',
  closed: 'Cerrado por el momento',
  closedText:
    'Por el momento, esta empresa no se puede reservar ni gestionar aquí. No se pierde nada. Pregúntele cómo continuar.',
  setup: 'Listo para abrir',
  setupNoScript: 'Esta página necesita JavaScript. Sin él: {command}',
  noDemo: 'Aquí no hay demostración',
  noDemoText: 'Este servidor funciona sin datos de demostración.',
  bookNoScript: 'Para reservar hace falta JavaScript. Actívelo o pida una hora a su entrenador.',
  noScript: 'Esta página necesita JavaScript. Actívelo, por favor.',
};

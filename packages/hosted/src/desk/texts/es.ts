import type { DeskTexts } from './phrases.ts';

export const es: DeskTexts = {
  calendar: 'Calendario',
  meetings: 'Reuniones',
  statistics: 'Estadísticas',
  abandoned: 'Reservas sin terminar',
  propose: 'Proponer horas',
  services: 'Servicios',
  messages: 'Mensajes',
  notifications: 'Avisos',
  suggestions: 'Sugerencias',
  recovery: 'Recordatorios',
  connections: 'Conexiones',
  account: 'Mi cuenta',
  pages: 'Páginas',
  skip: 'Saltar a la página',
  admin: 'Administración',
  notFound: 'Esta página no existe',
  notFoundText: 'No hay nada en esta dirección. Las páginas que hay están arriba.',
  forTeam: 'Para los coaches y su equipo',
  forTeamText:
    'Ha iniciado sesión como cliente. Para ver una reserva suya, abra el enlace que recibió al reservar. Cómo inicia sesión y quién ve su perfil está en su cuenta.',
};

import type { PushTexts } from './en.ts';

export const es: PushTexts = {
  title: 'Notificaciones push',
  text: 'Una notificación push llega a este dispositivo aunque no haya ninguna página nuestra abierta. Lo que dice puede leerse en una pantalla bloqueada.',
  chosen: 'Qué mensajes llegan por push lo elige arriba.',
  unsupported:
    'Este navegador no muestra notificaciones push. En un iPhone o iPad, ponga primero esta página en la pantalla de inicio.',
  forbidden: 'Este navegador las prohíbe para esta página. Permita las notificaciones en sus ajustes y vuelva.',
  off: 'Desactivadas en este dispositivo.',
  on: 'Activadas en este dispositivo.',
  switchOn: 'Activar aquí',
  switchOff: 'Desactivar aquí',
  refused: 'No se activaron: el navegador no lo permitió.',
  failed: 'No se activaron: no se puede contactar con el servicio push de este navegador.',
  switchedOn: 'A partir de ahora llegan notificaciones push a este dispositivo.',
  switchedOff: 'Este dispositivo ya no recibe notificaciones push.',
  others: 'Otros dispositivos',
  device: 'Por {service}, desde el {when}',
  remove: 'Quitar',
  removed: 'Quitado.',
};

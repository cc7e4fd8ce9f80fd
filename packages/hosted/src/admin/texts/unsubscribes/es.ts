import type { en } from './en.ts';

/** The texts of the admin page about unsubscribes, in Spanish. */
export const unsubscribes: Readonly<Record<keyof typeof en, string>> = {
  unsubscribes: 'Bajas',
  optOutsText:
    'Quién no quiere más mensajes de ninguno de sus entrenadores. De las direcciones solo se guarda una huella, que sobrevive a un borrado: ninguna lista puede mostrar de quién son, pero puede buscar una.',
  optOutContact: 'Correo electrónico o número de teléfono',
  optOutContactHint: 'un número con + y el país',
  optOutSearch: 'Buscar',
  optOutAll: 'Mostrar todas',
  optOutHow: 'Cómo',
  optOutWhat: 'Ya no se envía',
  optOutSince: 'Desde',
  way_unsubscribe: 'Con el enlace de un correo',
  way_sms_stop: 'Con STOP en respuesta a un SMS',
  optOutAllSms: 'Todos los SMS',
  optOutAllMail: 'Todos los correos',
  noOptOuts: 'Nadie se ha dado de baja.',
  noOptOut: 'Esta dirección no se ha dado de baja de nada.',
  optOutRemove: 'Quitar',
  optOutRemoveOf: 'Quitar: {what}, {since}',
  optOutRemoveTitle: '¿Debe esta persona volver a recibirlos?',
  optOutRemoveText: 'Solo si la persona se lo ha pedido. Queda escrito en el registro.',
  optOutRemoveStop:
    'Después de un STOP, la persona también tiene que responder START a su número: hasta entonces Twilio rechaza cada SMS y la baja se anota de nuevo.',
  optOutRemoved: 'Quitada.',
  error_contact: 'Esto no es ni un correo electrónico ni un número de teléfono.',
};

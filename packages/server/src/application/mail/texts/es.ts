import type { MailTexts } from './mail-text.ts';

const notYou = 'Si no fue usted, elija otra contraseña cuanto antes: así se cierran todas las sesiones.';
const choose = 'Elegir otra contraseña';

export const es: MailTexts = {
  language: 'es',
  dir: 'ltr',
  greeting: 'Hola {name}:',
  greetingWithoutName: 'Hola:',
  roles: { client: 'cliente', coach: 'entrenador', staff: 'miembro de un equipo', admin: 'administración' },
  unknownDevice: 'un dispositivo desconocido',
  email_verification: {
    subject: 'Confirme su correo electrónico para {product}',
    reason:
      'El {when} se creó una cuenta en {product} con esta dirección. Nombre: {given}. Función: {role}. Si es suya, confirme la dirección con su contraseña. Las reservas que hizo antes con ella estarán entonces también en su cuenta.',
    action: 'Confirmar esta dirección',
    limit: 'El enlace funciona durante {time}.',
    unasked: 'Si no fue usted, no pasa nada sin el enlace y la contraseña. Puede hacer que se cierre la cuenta:',
    refuse: 'No fui yo',
  },
  password_reset: {
    subject: 'Elija una contraseña nueva para {product}',
    reason: 'Alguien, probablemente usted, pidió elegir una contraseña nueva para su cuenta en {product}.',
    action: 'Elegir una contraseña nueva',
    limit: 'El enlace funciona una vez y durante {time}. Una contraseña nueva cierra todas sus sesiones.',
    unasked: 'Si no fue usted, no haga nada: su contraseña no cambia.',
  },
  invitation: {
    subject: 'Su cuenta en {product}',
    reason: '{product} ha creado una cuenta para usted. Función: {role}. Elija una contraseña para abrirla.',
    action: 'Elegir una contraseña',
    limit: 'El enlace funciona una vez y durante {time}.',
    unasked: 'Si no conoce {product}, no haga nada: sin el enlace nadie puede entrar en la cuenta.',
  },
  email_change: {
    subject: 'Confirme su nuevo correo electrónico para {product}',
    reason: 'Esta dirección va a sustituir a la que tiene su cuenta en {product}.',
    action: 'Confirmar la dirección nueva',
    limit: 'El enlace funciona durante {time}, junto con su contraseña.',
    unasked: 'Si no fue usted, no haga nada: sin el enlace no cambia nada.',
  },
  account_exists: {
    subject: 'Usted tiene una cuenta en {product}',
    reason:
      'Alguien, quizá usted, quiso usar esta dirección para una cuenta en {product}. Ya tiene una: entre con ella o elija otra contraseña.',
    action: choose,
    limit: 'El enlace funciona una vez y durante {time}.',
    unasked: 'Si no fue usted, no haga nada: su cuenta sigue como está y nadie ha sabido de ella.',
  },
  password_changed: {
    subject: 'Su contraseña en {product} ha cambiado',
    reason: 'El {when} se cambió la contraseña de su cuenta en {product}.',
    unasked: notYou,
    action: choose,
  },
  email_changing: {
    subject: 'Su correo electrónico en {product} va a cambiar',
    reason: 'El {when} alguien que conoce su contraseña pidió otro correo electrónico para su cuenta en {product}.',
    unasked: 'Si no fue usted, elija otra contraseña cuanto antes: así no se hará el cambio.',
    action: choose,
  },
  email_changed: {
    subject: 'Su correo electrónico en {product} ha cambiado',
    reason: 'Desde el {when} su cuenta en {product} tiene otro correo electrónico en lugar de este.',
    unasked: 'Si no fue usted, escriba cuanto antes a {product}: esta dirección ya no abre la cuenta.',
  },
  role_changed: {
    subject: 'Su función en {product} ha cambiado',
    reason: 'Desde el {when} su función en {product} es: {role}. Vuelva a iniciar sesión.',
    unasked: 'Si no lo esperaba, pregunte a {product}.',
  },
  new_device: {
    subject: 'Un nuevo inicio de sesión en su cuenta de {product}',
    reason: 'El {when} alguien entró en su cuenta de {product} desde un lugar o con un dispositivo nuevo: {device}.',
    unasked: notYou,
    action: choose,
  },
  second_factor_enabled: {
    subject: 'Para entrar en {product} ahora hace falta también un código',
    reason: 'El {when} se activó un segundo factor para su cuenta en {product}.',
    unasked: 'Si no fue usted, elija otra contraseña cuanto antes y pida a {product} que quite el segundo factor.',
    action: choose,
  },
  second_factor_disabled: {
    subject: 'Para entrar en {product} ya no hace falta un código',
    reason: 'El {when} se desactivó el segundo factor de su cuenta en {product}.',
    unasked: notYou,
    action: choose,
  },
  calendar_failed: {
    subject: 'No se puede leer otro calendario: {product}',
    reason:
      'en {product} también cuenta el tiempo ocupado de sus otros calendarios, pero desde hace más de un día estos no se pueden leer: {calendars}. Hasta entonces vale lo último que se leyó, o no se puede reservar nada, según lo que haya elegido para cada uno.',
    unasked:
      'La página dice qué falla. A menudo hay que copiar de nuevo la dirección secreta. Mientras dure, se le avisa una vez al día.',
    action: 'Abrir las conexiones',
  },
  connection_revoked: {
    subject: 'Hay que volver a conectar una cuenta: {product}',
    reason:
      'en {product} ha terminado la conexión con estas cuentas suyas, porque el proveedor ya no la acepta: {accounts}. Sus calendarios no se leen ni se escriben, y no se crean reuniones allí, hasta que las vuelva a conectar.',
    unasked:
      'Ocurre cuando se cambió una contraseña, se retiró el acceso en el proveedor o no se usó durante mucho tiempo. Todas sus reservas siguen ahí.',
    action: 'Volver a conectar',
  },
  meetings_limited: {
    subject: 'Zoom está cerca de su límite de hoy: {product}',
    reason:
      'Zoom crea o mueve como mucho 100 reuniones de un anfitrión al día, y de las suyas en {product} ya se han usado 90. A partir de 100, las sesiones reservadas o movidas reciben su reunión después de la medianoche UTC.',
    unasked:
      'Las reservas siguen como siempre y el enlace de cada sesión se mantiene: lleva a la reunión en cuanto la hay.',
  },
  record_failed: {
    subject: 'Sesiones que faltan en el proveedor: {product}',
    reason:
      'en {product} están reservadas estas sesiones, pero el proveedor no tiene reunión ni entrada de calendario para ellas: {sessions}. Quien sigue el enlace llega a la sala que el servicio tiene para eso, o se le pide que le escriba.',
    unasked:
      'Se vuelve a intentar hasta que empiecen, y nadie deja de poder reservar. Abra sus conexiones: quizá haya que conectar una cuenta de nuevo. Si no, diga a sus clientes cómo van a reunirse.',
    action: 'Abrir las conexiones',
  },
  changed_there: {
    subject: 'Sesiones que en su calendario están a otra hora: {product}',
    reason:
      'sesiones de {product} se movieron o se borraron en un calendario en el que se escriben: {sessions}. Estas son las horas de las reservas, que siguen como estaban; sus clientes vendrán entonces.',
    unasked:
      'Si el calendario está mal, restablezca las sesiones en la página de sus conexiones. Si una sesión debe ser a otra hora, mueva la reserva: el calendario la sigue, y su cliente recibe un mensaje.',
    action: 'Abrir las conexiones',
  },
};

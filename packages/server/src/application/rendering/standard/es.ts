import type { StandardTexts } from './standard-texts.ts';

const session = `Con: {{ coach.name }}{% if staff.name %}, {{ staff.name }}{% endif %}
Dónde: {{ place }}
Cómo llegar: {{ place_hint }}`;
const extras = `Qué llevar: {{ what_to_bring }}
Conexión: {{ join_link }}
Contraseña: {{ join_password }}
Precio: {{ price }}`;
const about = `Cuándo: {{ when }}
${session}`;
const fixed = `${about}
${extras}`;
const sessionForCoach = `Quién: {{ lead.name }}
Dónde: {{ place }}`;
const forCoach = `Cuándo: {{ when }}
${sessionForCoach}`;
const answers = 'Respuestas: {{ answers }}';
const join = `Conexión: {{ join_link }}
Contraseña: {{ join_password }}`;
const fixedForCoach = `${forCoach}
${join}`;
const hello = 'Hola, {{ lead.name }}:';
const helloCoach = 'Hola, {{ coach.name }}:';
const manage = 'Cambiar o cancelar: {{ manage_link }}';
const choose = 'Elegir otra hora: {{ reschedule_link }}';
const offers = `{% if offer_1 %}Horas libres que quizá le vengan bien:{% endif %}
{{ offer_1 }}: {{ offer_1_link }}
{{ offer_2 }}: {{ offer_2_link }}
{{ offer_3 }}: {{ offer_3_link }}`;
const open = 'Abrir el calendario: {{ calendar_link }}';
const reason = 'Motivo: {{ reason }}';
const subject = '{{ service.title }} con {{ coach.name }}';
const subjectForCoach = '{{ lead.name }}: {{ service.title }}';
/** The SMS do without á, í, ó and ú: one of them would more than halve what an SMS holds. */
const at = '{{ date }}, {{ time }} {{ zone }}';
/** A booking may have no time, only a place. */
const on = `{% if date %} del ${at}{% endif %}`;
const then = `{% if date %}: ${at}{% endif %}`;
const comma = `{% if date %}, ${at}{% endif %}`;

export const es: StandardTexts = {
  language: 'es',
  dir: 'ltr',
  words: {
    when: '{date}, {time} ({zone})',
    whenUntil: '{date}, {time} – {end} ({zone})',
    unnamed: { attendee: 'buenas', coach: 'Una persona' },
    sentBy: {
      attendee: '{brand} le envía este mensaje por su reserva con {coach}.',
      coach: '{brand} le envía este mensaje porque usted acepta reservas allí.',
    },
    unsubscribe: 'No recibir más mensajes de este tipo',
    healthAnswers: 'sobre la salud: véase la reserva',
  },
  calendar: {
    attendee: `${session}
${extras}

${manage}`,
    coach: `${sessionForCoach}
${join}

${open}`,
  },
  attendee: {
    requested: {
      subject,
      mail: `# Su solicitud está en camino

${hello}

{{ coach.name }} tiene su solicitud de {{ service.title }}. Le avisaremos en cuanto haya respuesta; hasta entonces no hay nada fijado.

${about}
Precio: {{ price }}

Cambiar o retirar: {{ manage_link }}`,
      sms: `{{ coach.name }} tiene su solicitud${then}. Le avisaremos de la respuesta.`,
      push: ['Solicitud enviada', `{{ coach.name }} la tiene${then}`],
    },
    confirmed: {
      subject,
      mail: `# Su cita está reservada

${hello}

Le hemos reservado {{ service.title }} con {{ coach.name }}. Le esperamos.

${fixed}

${manage}`,
      sms: `Tiene una cita reservada con {{ coach.name }}${then}`,
      push: ['Cita reservada', `{{ service.title }} con {{ coach.name }}${comma}`],
    },
    declined: {
      subject,
      mail: `# Su solicitud fue rechazada

${hello}

{{ coach.name }} no puede atender la cita que usted pidió. Sentimos que esta vez no haya sido posible.

${about}
${reason}

${choose}

${offers}`,
      sms: `Lo sentimos: {{ coach.name }} no puede atender su cita${on}. Elija otra hora, por favor.`,
      push: ['Solicitud rechazada', `{{ coach.name }} no puede atender su cita${on}. Elija otra hora.`],
    },
    expired: {
      subject,
      mail: `# Su solicitud ha caducado

${hello}

{{ coach.name }} no respondió a tiempo. Sentimos la espera.

${about}

${choose}

${offers}`,
      sms: `Lo sentimos: {{ coach.name }} no ha respondido a tiempo a su solicitud. Elija otra hora, por favor.`,
      push: ['Su solicitud ha caducado', '{{ coach.name }} no respondió a tiempo. Elija otra hora.'],
    },
    changed: {
      subject,
      mail: `# Su cita tiene una nueva hora

${hello}

{{ service.title }} con {{ coach.name }} se ha cambiado. Anote la nueva hora, por favor.

${fixed}
Antes: {{ old_when }}
${reason}

${manage}`,
      sms: `Nueva hora de su cita con {{ coach.name }}: ${at}. Antes: {{ old_date }}, {{ old_time }}.`,
      push: ['Nueva hora de su cita', `Con {{ coach.name }}: ${at}`],
    },
    cancelled: {
      subject,
      mail: `# Su cita está cancelada

${hello}

{{ service.title }} con {{ coach.name }} no se celebrará. No tiene que hacer nada.

${about}
${reason}

${choose}

${offers}`,
      sms: `Su cita con {{ coach.name }}${on} queda cancelada.`,
      push: ['Su cita está cancelada', `Con {{ coach.name }}${comma}`],
    },
    reminder: {
      subject: 'Recordatorio: su cita con {{ coach.name }} {{ time_until }}',
      mail: `# Su cita es {{ time_until }}

${hello}

Le recordamos su cita con {{ coach.name }}.

${fixed}

${manage}`,
      sms: 'Su cita con {{ coach.name }} es {{ time_until }}, a las {{ time }} {{ zone }}. Enlace: {{ join_link }}',
      push: ['Su cita es {{ time_until }}', '{{ service.title }} con {{ coach.name }}, {{ time }}'],
    },
    follow_up: {
      subject: '¿Faltó a su cita? Busquemos otra hora',
      mail: `# Le echamos de menos

${hello}

He visto que no pudo venir a nuestra cita. ¡No pasa nada! Busquemos una hora que le venga mejor.

Elegir otra hora: {{ reschedule_link }}

${offers}

{{ coach.name }}`,
      sms: 'No pudo venir a su cita con {{ coach.name }}. No pasa nada: elija otra hora cuando quiera.',
      push: ['¿Faltó a su cita?', '¡No pasa nada! Elija una hora que le venga mejor.'],
    },
    welcome: {
      subject: 'Le damos la bienvenida a {{ partner.name }}',
      mail: `# Le damos la bienvenida

${hello}

Su cuenta está lista. Lo que reservó con esta dirección sin cuenta está en ella, y también lo que reserve a partir de ahora.

Abrir la cuenta: {{ calendar_link }}`,
    },
    unproven: {
      subject: 'Confirme, por favor: {{ service.title }} con {{ coach.name }}',
      mail: `# Confirme su reserva

${hello}

Falta un paso: confirme que ha sido usted quien ha reservado. El enlace funciona durante {{ link_lifetime }}; hasta entonces le guardamos la hora.

${about}
Precio: {{ price }}

Confirmar la reserva: {{ confirm_link }}

¿No ha sido usted? Entonces no haga nada y no se reservará nada.`,
    },
  },
  coach: {
    requested: {
      subject: subjectForCoach,
      mail: `# Nueva solicitud

${helloCoach}

{{ lead.name }} solicita {{ service.title }}.{% if date %} La hora queda guardada hasta que usted responda.{% endif %}

${forCoach}
${answers}

Aceptar o rechazar: {{ calendar_link }}`,
      sms: `{{ lead.name }} solicita {{ service.title }}${then}. Acepte o rechace, por favor.`,
      push: ['Nueva solicitud: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    confirmed: {
      subject: subjectForCoach,
      mail: `# Nueva reserva

${helloCoach}

{{ lead.name }} tiene una reserva de {{ service.title }}.

${fixedForCoach}
${answers}

${open}`,
      sms: `{{ lead.name }} tiene una reserva de {{ service.title }}${then}`,
      push: ['Reserva: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    declined: {
      subject: subjectForCoach,
      mail: `# Solicitud rechazada

${helloCoach}

La solicitud de {{ lead.name }} está rechazada.{% if date %} La hora vuelve a estar libre.{% endif %}

${forCoach}
${reason}

${open}`,
      sms: `La solicitud de {{ lead.name }}${comma} queda rechazada.`,
      push: ['Solicitud rechazada: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    expired: {
      subject: subjectForCoach,
      mail: `# Solicitud caducada

${helloCoach}

La solicitud de {{ lead.name }} no se respondió a tiempo y ha caducado.{% if date %} La hora vuelve a estar libre.{% endif %}

${forCoach}

${open}`,
      sms: `La solicitud de {{ lead.name }}${comma} ha caducado: nadie ha respondido a tiempo.`,
      push: ['Solicitud caducada: {{ lead.name }}', `Sin respuesta a tiempo${then}`],
    },
    changed: {
      subject: subjectForCoach,
      mail: `# Nueva hora

${helloCoach}

La cita con {{ lead.name }} se ha cambiado.

${fixedForCoach}
Antes: {{ old_when }}
${reason}

${open}`,
      sms: `Nueva hora de {{ lead.name }}: ${at}. Antes: {{ old_date }}, {{ old_time }}.`,
      push: ['Nueva hora: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    cancelled: {
      subject: subjectForCoach,
      mail: `# Cita cancelada

${helloCoach}

La cita con {{ lead.name }} está cancelada.{% if date %} La hora vuelve a estar libre.{% endif %}

${forCoach}
${reason}

${open}`,
      sms: `Cancelada: {{ lead.name }}${comma}`,
      push: ['Cancelada: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    reminder: {
      subject: 'Recordatorio: {{ lead.name }} {{ time_until }}',
      mail: `# Próxima cita {{ time_until }}

${helloCoach}

Le recordamos su cita con {{ lead.name }}.

${fixedForCoach}

${open}`,
      sms: '{{ service.title }} con {{ lead.name }} es {{ time_until }}, a las {{ time }} {{ zone }}. Enlace: {{ join_link }}',
      push: ['{{ lead.name }} {{ time_until }}', '{{ service.title }}, {{ time }}'],
    },
    conflict: {
      subject: subjectForCoach,
      mail: `# Su calendario está ocupado a esa hora

${helloCoach}

«{{ busy_calendar }}» tiene algo a la hora de {{ service.title }} con {{ lead.name }}. La cita sigue como está hasta que usted la cambie.

${fixedForCoach}

${open}`,
      sms: `"{{ busy_calendar }}" tiene algo a la hora de su cita con {{ lead.name }}${then}`,
      push: ['Conflicto de calendario: {{ lead.name }}', `«{{ busy_calendar }}» tiene algo a esa hora${then}`],
    },
    welcome: {
      subject: 'Le damos la bienvenida a {{ partner.name }}',
      mail: `# Le damos la bienvenida

${helloCoach}

Su calendario está listo. Ponga primero sus horarios y servicios, y después comparta la dirección de su página de reservas.

${open}`,
    },
  },
};

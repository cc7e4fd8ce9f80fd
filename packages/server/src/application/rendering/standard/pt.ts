import type { StandardTexts } from './standard-texts.ts';

const session = `Com: {{ coach.name }}{% if staff.name %}, {{ staff.name }}{% endif %}
Onde: {{ place }}
Como chegar: {{ place_hint }}`;
const extras = `O que levar: {{ what_to_bring }}
Para participar: {{ join_link }}
Senha: {{ join_password }}
Preço: {{ price }}`;
const about = `Quando: {{ when }}
${session}`;
const fixed = `${about}
${extras}`;
const sessionForCoach = `Quem: {{ lead.name }}
Onde: {{ place }}`;
const forCoach = `Quando: {{ when }}
${sessionForCoach}`;
const answers = 'Respostas: {{ answers }}';
const join = `Para participar: {{ join_link }}
Senha: {{ join_password }}`;
const fixedForCoach = `${forCoach}
${join}`;
const hello = 'Olá, {{ lead.name }},';
const helloCoach = 'Olá, {{ coach.name }},';
const manage = 'Alterar ou cancelar: {{ manage_link }}';
const choose = 'Escolher outro horário: {{ reschedule_link }}';
const offers = `{% if offer_1 %}Horários livres que podem servir para você:{% endif %}
{{ offer_1 }}: {{ offer_1_link }}
{{ offer_2 }}: {{ offer_2_link }}
{{ offer_3 }}: {{ offer_3_link }}`;
const open = 'Abrir o calendário: {{ calendar_link }}';
const reason = 'Motivo: {{ reason }}';
const subject = '{{ service.title }} com {{ coach.name }}';
const subjectForCoach = '{{ lead.name }}: {{ service.title }}';
/** The SMS do without ã, õ, ç, á, ê, í, ó and ú: one of them would more than halve what an SMS holds. */
const at = '{{ date }}, {{ time }} {{ zone }}';
/** A booking may have no time, only a place. */
const then = `{% if date %}: ${at}{% endif %}`;
const comma = `{% if date %}, ${at}{% endif %}`;

export const pt: StandardTexts = {
  language: 'pt',
  dir: 'ltr',
  words: {
    when: '{date}, {time} ({zone})',
    whenUntil: '{date}, {time} – {end} ({zone})',
    unnamed: { attendee: 'tudo bem?', coach: 'Uma pessoa' },
    sentBy: {
      attendee: '{brand} enviou esta mensagem por causa da sua reserva com {coach}.',
      coach: '{brand} enviou esta mensagem porque você recebe reservas lá.',
    },
    unsubscribe: 'Não receber mais mensagens deste tipo',
    healthAnswers: 'sobre saúde: veja a reserva',
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
      mail: `# Seu pedido está a caminho

${hello}

{{ coach.name }} recebeu seu pedido de {{ service.title }}. Avisamos assim que houver uma resposta; até lá, nada está marcado.

${about}
Preço: {{ price }}

Alterar ou retirar: {{ manage_link }}`,
      sms: `{{ coach.name }} recebeu seu pedido${then}. Avisamos quando responder.`,
      push: ['Pedido enviado', `{{ coach.name }} recebeu seu pedido${then}`],
    },
    confirmed: {
      subject,
      mail: `# Sua reserva está confirmada

${hello}

{{ service.title }} com {{ coach.name }} está marcado. Até breve!

${fixed}

${manage}`,
      sms: `Reserva confirmada com {{ coach.name }}${then}`,
      push: ['Reserva confirmada', `{{ service.title }} com {{ coach.name }}${comma}`],
    },
    declined: {
      subject,
      mail: `# Seu pedido foi recusado

${hello}

{{ coach.name }} não pode atender no horário que você pediu. Pena que desta vez não deu certo.

${about}
${reason}

${choose}

${offers}`,
      sms: `Infelizmente {{ coach.name }} recusou seu pedido${comma}. Escolha outra hora.`,
      push: ['Seu pedido foi recusado', `{{ coach.name }} não pode atender${comma}. Escolha outro horário.`],
    },
    expired: {
      subject,
      mail: `# Seu pedido expirou

${hello}

{{ coach.name }} não respondeu a tempo. Desculpe pela espera.

${about}

${choose}

${offers}`,
      sms: `Infelizmente {{ coach.name }} deixou passar o prazo para responder a seu pedido. Escolha outra hora.`,
      push: ['Seu pedido expirou', `{{ coach.name }} não respondeu a tempo. Escolha outro horário.`],
    },
    changed: {
      subject,
      mail: `# Sua sessão tem um novo horário

${hello}

{{ service.title }} com {{ coach.name }} foi remarcado. Anote o novo horário.

${fixed}
Antes: {{ old_when }}
${reason}

${manage}`,
      sms: `Nova hora com {{ coach.name }}: ${at}. Antes: {{ old_date }}, {{ old_time }}.`,
      push: ['Novo horário da sua sessão', `Com {{ coach.name }}: ${at}`],
    },
    cancelled: {
      subject,
      mail: `# Sua sessão foi cancelada

${hello}

{{ service.title }} com {{ coach.name }} não vai acontecer. Você não precisa fazer nada.

${about}
${reason}

${choose}

${offers}`,
      sms: `Foi cancelada sua reserva com {{ coach.name }}${comma}.`,
      push: ['Sua sessão foi cancelada', `Com {{ coach.name }}${comma}`],
    },
    reminder: {
      subject: 'Lembrete: sua sessão com {{ coach.name }} {{ time_until }}',
      mail: `# Até já: {{ time_until }}

${hello}

Um breve lembrete da sua sessão com {{ coach.name }}.

${fixed}

${manage}`,
      sms: 'Oi {{ lead.name }}, sua reserva com {{ coach.name }} é {{ time_until }}, {{ time }} {{ zone }}. Link: {{ join_link }}',
      push: ['Sua sessão é {{ time_until }}', '{{ service.title }} com {{ coach.name }}, {{ time }}'],
    },
    follow_up: {
      subject: 'Perdeu a sessão? Vamos remarcar',
      mail: `# Sentimos sua falta

${hello}

Vi que você não pôde vir à nossa sessão. Sem problema! Vamos achar um horário melhor para você.

Escolher um novo horário: {{ reschedule_link }}

${offers}

{{ coach.name }}`,
      sms: 'Oi {{ lead.name }}, sentimos sua falta na hora marcada com {{ coach.name }}. Sem problema: escolha outra hora quando quiser.',
      push: ['Perdeu a sessão?', 'Sem problema! Escolha um horário melhor para você.'],
    },
    welcome: {
      subject: 'Boas-vindas a {{ partner.name }}',
      mail: `# Boas-vindas

${hello}

Sua conta está pronta. As reservas que você fez com este e-mail sem conta fazem parte dela, assim como as que fizer daqui em diante.

Abrir sua conta: {{ calendar_link }}`,
    },
    unproven: {
      subject: 'Confirme: {{ service.title }} com {{ coach.name }}',
      mail: `# Confirme sua reserva

${hello}

Falta só um passo: confirme que foi você quem reservou. O link funciona por {{ link_lifetime }}; até lá, o horário é seu.

${about}
Preço: {{ price }}

Confirmar a reserva: {{ confirm_link }}

Não foi você? Então não faça nada, e nada será reservado.`,
    },
  },
  coach: {
    requested: {
      subject: subjectForCoach,
      mail: `# Novo pedido

${helloCoach}

{{ lead.name }} pede {{ service.title }}.{% if date %} O horário fica guardado até você responder.{% endif %}

${forCoach}
${answers}

Aceitar ou recusar: {{ calendar_link }}`,
      sms: `{{ lead.name }} pede {{ service.title }}${then}. Aceite ou recuse.`,
      push: ['Novo pedido: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    confirmed: {
      subject: subjectForCoach,
      mail: `# Nova reserva

${helloCoach}

{{ lead.name }} tem uma reserva de {{ service.title }}.

${fixedForCoach}
${answers}

${open}`,
      sms: `{{ lead.name }} reservou {{ service.title }}${then}`,
      push: ['Reservado: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    declined: {
      subject: subjectForCoach,
      mail: `# Pedido recusado

${helloCoach}

O pedido de {{ lead.name }} foi recusado.{% if date %} O horário está livre de novo.{% endif %}

${forCoach}
${reason}

${open}`,
      sms: `O pedido de {{ lead.name }}${comma} foi recusado.`,
      push: ['Pedido recusado: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    expired: {
      subject: subjectForCoach,
      mail: `# Pedido expirado

${helloCoach}

O pedido de {{ lead.name }} não foi respondido a tempo e expirou.{% if date %} O horário está livre de novo.{% endif %}

${forCoach}

${open}`,
      sms: `O pedido de {{ lead.name }}${comma} ficou sem resposta a tempo e expirou.`,
      push: ['Pedido expirado: {{ lead.name }}', `Sem resposta a tempo${then}`],
    },
    changed: {
      subject: subjectForCoach,
      mail: `# Novo horário

${helloCoach}

A sessão com {{ lead.name }} foi remarcada.

${fixedForCoach}
Antes: {{ old_when }}
${reason}

${open}`,
      sms: `Nova hora para {{ lead.name }}: ${at}. Antes: {{ old_date }}, {{ old_time }}.`,
      push: ['Novo horário: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    cancelled: {
      subject: subjectForCoach,
      mail: `# Sessão cancelada

${helloCoach}

A sessão com {{ lead.name }} foi cancelada.{% if date %} O horário está livre de novo.{% endif %}

${forCoach}
${reason}

${open}`,
      sms: `Cancelado: {{ lead.name }}${comma}`,
      push: ['Cancelado: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    reminder: {
      subject: 'Lembrete: {{ lead.name }} {{ time_until }}',
      mail: `# Próxima sessão {{ time_until }}

${helloCoach}

Um breve lembrete da sua sessão com {{ lead.name }}.

${fixedForCoach}

${open}`,
      sms: '{{ service.title }} com {{ lead.name }} é {{ time_until }}, {{ time }} {{ zone }}. Link: {{ join_link }}',
      push: ['{{ lead.name }} {{ time_until }}', '{{ service.title }}, {{ time }}'],
    },
    conflict: {
      subject: subjectForCoach,
      mail: `# Seu calendário está ocupado nesse horário

${helloCoach}

“{{ busy_calendar }}” tem algo no horário de {{ service.title }} com {{ lead.name }}. A sessão fica como está até você mudar.

${fixedForCoach}

${open}`,
      sms: `"{{ busy_calendar }}" tem algo na hora marcada com {{ lead.name }}${then}`,
      push: ['Conflito: {{ lead.name }}', `“{{ busy_calendar }}” tem algo nesse horário${then}`],
    },
    welcome: {
      subject: 'Boas-vindas a {{ partner.name }}',
      mail: `# Boas-vindas

${helloCoach}

Seu calendário está pronto. Cadastre primeiro seus horários de trabalho e serviços e depois compartilhe o endereço da sua página de reservas.

${open}`,
    },
  },
};

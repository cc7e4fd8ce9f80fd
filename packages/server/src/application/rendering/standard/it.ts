import type { StandardTexts } from './standard-texts.ts';

const session = `Con: {{ coach.name }}{% if staff.name %}, {{ staff.name }}{% endif %}
Dove: {{ place }}
Come arrivare: {{ place_hint }}`;
const extras = `Cosa portare: {{ what_to_bring }}
Per partecipare: {{ join_link }}
Password: {{ join_password }}
Prezzo: {{ price }}`;
const about = `Quando: {{ when }}
${session}`;
const fixed = `${about}
${extras}`;
const sessionForCoach = `Chi: {{ lead.name }}
Dove: {{ place }}`;
const forCoach = `Quando: {{ when }}
${sessionForCoach}`;
const answers = 'Risposte: {{ answers }}';
const join = `Per partecipare: {{ join_link }}
Password: {{ join_password }}`;
const fixedForCoach = `${forCoach}
${join}`;
const hello = 'Ciao {{ lead.name }},';
const helloCoach = 'Ciao {{ coach.name }},';
const manage = 'Modifica o annulla: {{ manage_link }}';
const choose = 'Scegli un altro orario: {{ reschedule_link }}';
const offers = `{% if offer_1 %}Orari liberi che potrebbero andarti bene:{% endif %}
{{ offer_1 }}: {{ offer_1_link }}
{{ offer_2 }}: {{ offer_2_link }}
{{ offer_3 }}: {{ offer_3_link }}`;
const open = 'Apri il calendario: {{ calendar_link }}';
const reason = 'Motivo: {{ reason }}';
const subject = '{{ service.title }} con {{ coach.name }}';
const subjectForCoach = '{{ lead.name }}: {{ service.title }}';
const at = '{{ date }}, {{ time }} {{ zone }}';
/** A booking may have no time, only a place. */
const on = `{% if date %} di ${at}{% endif %}`;
const then = `{% if date %}: ${at}{% endif %}`;
const comma = `{% if date %}, ${at}{% endif %}`;

export const it: StandardTexts = {
  language: 'it',
  dir: 'ltr',
  words: {
    when: '{date}, {time} ({zone})',
    whenUntil: '{date}, {time} – {end} ({zone})',
    unnamed: { attendee: 'e ti diamo il benvenuto', coach: 'Una persona' },
    sentBy: {
      attendee: '{brand} ti invia questo messaggio per la tua prenotazione con {coach}.',
      coach: '{brand} ti invia questo messaggio perché lì accetti prenotazioni.',
    },
    unsubscribe: 'Non ricevere più messaggi di questo tipo',
    healthAnswers: 'sulla salute: vedi la prenotazione',
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
      mail: `# La tua richiesta è in viaggio

${hello}

{{ coach.name }} ha ricevuto la tua richiesta per {{ service.title }}. Ti scriviamo appena c’è una risposta; fino ad allora non c’è nulla di fissato.

${about}
Prezzo: {{ price }}

Modifica o ritira: {{ manage_link }}`,
      sms: `{{ coach.name }} ha la tua richiesta${then}. Ti diremo la risposta.`,
      push: ['Richiesta inviata', `{{ coach.name }} ha la tua richiesta${then}`],
    },
    confirmed: {
      subject,
      mail: `# La tua prenotazione è confermata

${hello}

{{ service.title }} con {{ coach.name }} è fissato. A presto!

${fixed}

${manage}`,
      sms: `Prenotazione confermata con {{ coach.name }}${then}`,
      push: ['Prenotazione confermata', `{{ service.title }} con {{ coach.name }}${comma}`],
    },
    declined: {
      subject,
      mail: `# La tua richiesta non è stata accettata

${hello}

{{ coach.name }} non può fare la seduta che hai chiesto. Ci dispiace che questa volta non sia andata bene.

${about}
${reason}

${choose}

${offers}`,
      sms: `Purtroppo {{ coach.name }} non può accettare la seduta${on}. Scegli un altro orario.`,
      push: ['Richiesta non accettata', `{{ coach.name }} non può accettare la seduta${on}. Scegli un altro orario.`],
    },
    expired: {
      subject,
      mail: `# La tua richiesta è scaduta

${hello}

{{ coach.name }} non ha risposto in tempo. Ci dispiace per l’attesa.

${about}

${choose}

${offers}`,
      sms: `Purtroppo {{ coach.name }} non ha risposto in tempo alla tua richiesta. Scegli un altro orario.`,
      push: ['La tua richiesta è scaduta', `{{ coach.name }} non ha risposto in tempo. Scegli un altro orario.`],
    },
    changed: {
      subject,
      mail: `# La tua seduta ha un nuovo orario

${hello}

{{ service.title }} con {{ coach.name }} è stato spostato. Prendi nota del nuovo orario.

${fixed}
Prima: {{ old_when }}
${reason}

${manage}`,
      sms: `Nuovo orario con {{ coach.name }}: ${at}. Prima: {{ old_date }}, {{ old_time }}.`,
      push: ['Nuovo orario per la tua seduta', `Con {{ coach.name }}: ${at}`],
    },
    cancelled: {
      subject,
      mail: `# La tua seduta è annullata

${hello}

{{ service.title }} con {{ coach.name }} non avrà luogo. Non devi fare nulla.

${about}
${reason}

${choose}

${offers}`,
      sms: `La tua seduta con {{ coach.name }}${comma} è annullata.`,
      push: ['La tua seduta è annullata', `Con {{ coach.name }}${comma}`],
    },
    reminder: {
      subject: 'Promemoria: il tuo appuntamento con {{ coach.name }} {{ time_until }}',
      mail: `# Ci vediamo {{ time_until }}

${hello}

Un breve promemoria della tua seduta con {{ coach.name }}.

${fixed}

${manage}`,
      sms: 'Ciao {{ lead.name }}, il tuo appuntamento con {{ coach.name }} è {{ time_until }}, alle {{ time }} {{ zone }}. Link: {{ join_link }}',
      push: ['La tua seduta è {{ time_until }}', '{{ service.title }} con {{ coach.name }}, {{ time }}'],
    },
    follow_up: {
      subject: 'Hai saltato l’appuntamento? Troviamo un’altra data',
      mail: `# Ci è dispiaciuto non vederti

${hello}

Non ci siamo visti al nostro appuntamento. Nessun problema! Troviamo un orario che ti vada meglio.

Scegli un nuovo orario: {{ reschedule_link }}

${offers}

{{ coach.name }}`,
      sms: 'Ciao {{ lead.name }}, hai saltato il tuo appuntamento con {{ coach.name }}. Nessun problema: scegli un nuovo orario quando vuoi.',
      push: ['Hai saltato l’appuntamento?', 'Nessun problema! Scegli un orario che ti vada meglio.'],
    },
    welcome: {
      subject: 'Ti diamo il benvenuto in {{ partner.name }}',
      mail: `# Ti diamo il benvenuto

${hello}

Il tuo account è pronto. Le prenotazioni che hai fatto come ospite con questo indirizzo ne fanno parte, e così quelle che farai da ora in poi.

Apri il tuo account: {{ calendar_link }}`,
    },
    unproven: {
      subject: 'Conferma: {{ service.title }} con {{ coach.name }}',
      mail: `# Conferma la tua prenotazione

${hello}

Manca un solo passo: conferma che la prenotazione è tua. Il link funziona per {{ link_lifetime }}; fino ad allora l’orario è tenuto per te.

${about}
Prezzo: {{ price }}

Conferma la prenotazione: {{ confirm_link }}

La prenotazione non è tua? Allora non fare nulla, e non si prenota niente.`,
    },
  },
  coach: {
    requested: {
      subject: subjectForCoach,
      mail: `# Nuova richiesta

${helloCoach}

{{ lead.name }} chiede {{ service.title }}.{% if date %} L’orario resta riservato finché non rispondi.{% endif %}

${forCoach}
${answers}

Accetta o rifiuta: {{ calendar_link }}`,
      sms: `{{ lead.name }} chiede {{ service.title }}${then}. Accetta o rifiuta.`,
      push: ['Nuova richiesta: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    confirmed: {
      subject: subjectForCoach,
      mail: `# Nuova prenotazione

${helloCoach}

{{ lead.name }} ha una prenotazione per {{ service.title }}.

${fixedForCoach}
${answers}

${open}`,
      sms: `{{ lead.name }} ha prenotato {{ service.title }}${then}`,
      push: ['Prenotato: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    declined: {
      subject: subjectForCoach,
      mail: `# Richiesta rifiutata

${helloCoach}

La richiesta di {{ lead.name }} è rifiutata.{% if date %} L’orario è di nuovo libero.{% endif %}

${forCoach}
${reason}

${open}`,
      sms: `La richiesta di {{ lead.name }}${comma} è rifiutata.`,
      push: ['Richiesta rifiutata: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    expired: {
      subject: subjectForCoach,
      mail: `# Richiesta scaduta

${helloCoach}

La richiesta di {{ lead.name }} non ha avuto risposta in tempo ed è scaduta.{% if date %} L’orario è di nuovo libero.{% endif %}

${forCoach}

${open}`,
      sms: `La richiesta di {{ lead.name }}${comma} non ha avuto risposta in tempo ed è scaduta.`,
      push: ['Richiesta scaduta: {{ lead.name }}', `Nessuna risposta in tempo${then}`],
    },
    changed: {
      subject: subjectForCoach,
      mail: `# Nuovo orario

${helloCoach}

La seduta con {{ lead.name }} è stata spostata.

${fixedForCoach}
Prima: {{ old_when }}
${reason}

${open}`,
      sms: `Nuovo orario per {{ lead.name }}: ${at}. Prima: {{ old_date }}, {{ old_time }}.`,
      push: ['Nuovo orario: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    cancelled: {
      subject: subjectForCoach,
      mail: `# Seduta annullata

${helloCoach}

La seduta con {{ lead.name }} è annullata.{% if date %} L’orario è di nuovo libero.{% endif %}

${forCoach}
${reason}

${open}`,
      sms: `Annullata: {{ lead.name }}${comma}`,
      push: ['Annullata: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    reminder: {
      subject: 'Promemoria: {{ lead.name }} {{ time_until }}',
      mail: `# Prossima seduta {{ time_until }}

${helloCoach}

Un breve promemoria della tua seduta con {{ lead.name }}.

${fixedForCoach}

${open}`,
      sms: '{{ service.title }} con {{ lead.name }} è {{ time_until }}, alle {{ time }} {{ zone }}. Link: {{ join_link }}',
      push: ['{{ lead.name }} {{ time_until }}', '{{ service.title }}, {{ time }}'],
    },
    conflict: {
      subject: subjectForCoach,
      mail: `# A quell’ora il tuo calendario è occupato

${helloCoach}

«{{ busy_calendar }}» ha qualcosa all’ora di {{ service.title }} con {{ lead.name }}. La seduta resta com’è finché non la cambi.

${fixedForCoach}

${open}`,
      sms: `"{{ busy_calendar }}" ha qualcosa all'ora della tua seduta con {{ lead.name }}${then}`,
      push: ['Conflitto: {{ lead.name }}', `«{{ busy_calendar }}» ha qualcosa a quell’ora${then}`],
    },
    welcome: {
      subject: 'Ti diamo il benvenuto in {{ partner.name }}',
      mail: `# Ti diamo il benvenuto

${helloCoach}

Il tuo calendario è pronto. Inserisci prima i tuoi orari di lavoro e i tuoi servizi, poi condividi l’indirizzo della tua pagina di prenotazione.

${open}`,
    },
  },
};

import type { StandardTexts } from './standard-texts.ts';

const session = `Met: {{ coach.name }}{% if staff.name %}, {{ staff.name }}{% endif %}
Waar: {{ place }}
Zo kom je er: {{ place_hint }}`;
const extras = `Dit neem je mee: {{ what_to_bring }}
Deelnemen: {{ join_link }}
Wachtwoord: {{ join_password }}
Prijs: {{ price }}`;
const about = `Wanneer: {{ when }}
${session}`;
const fixed = `${about}
${extras}`;
const sessionForCoach = `Wie: {{ lead.name }}
Waar: {{ place }}`;
const forCoach = `Wanneer: {{ when }}
${sessionForCoach}`;
const answers = 'Antwoorden: {{ answers }}';
const join = `Deelnemen: {{ join_link }}
Wachtwoord: {{ join_password }}`;
const fixedForCoach = `${forCoach}
${join}`;
const hello = 'Hoi {{ lead.name }},';
const helloCoach = 'Hoi {{ coach.name }},';
const manage = 'Wijzigen of annuleren: {{ manage_link }}';
const choose = 'Een andere tijd kiezen: {{ reschedule_link }}';
const offers = `{% if offer_1 %}Vrije tijden die je misschien schikken:{% endif %}
{{ offer_1 }}: {{ offer_1_link }}
{{ offer_2 }}: {{ offer_2_link }}
{{ offer_3 }}: {{ offer_3_link }}`;
const open = 'Agenda openen: {{ calendar_link }}';
const reason = 'Reden: {{ reason }}';
const subject = '{{ service.title }} met {{ coach.name }}';
const subjectForCoach = '{{ lead.name }}: {{ service.title }}';
const at = '{{ date }}, {{ time }} {{ zone }}';
/** A booking may have no time, only a place. */
const on = `{% if date %} op ${at}{% endif %}`;
const then = `{% if date %}: ${at}{% endif %}`;
const comma = `{% if date %}, ${at}{% endif %}`;

export const nl: StandardTexts = {
  language: 'nl',
  dir: 'ltr',
  words: {
    when: '{date}, {time} ({zone})',
    whenUntil: '{date}, {time} – {end} ({zone})',
    unnamed: { attendee: 'en welkom', coach: 'Iemand' },
    sentBy: {
      attendee: '{brand} stuurt je dit vanwege je boeking bij {coach}.',
      coach: '{brand} stuurt je dit omdat je daar boekingen aanneemt.',
    },
    unsubscribe: 'Geen berichten van deze soort meer',
    healthAnswers: 'over gezondheid: zie de boeking',
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
      mail: `# Je aanvraag is verstuurd

${hello}

{{ coach.name }} heeft je aanvraag voor {{ service.title }}. Je hoort het zodra er een antwoord is; tot dan staat er nog niets vast.

${about}
Prijs: {{ price }}

Wijzigen of intrekken: {{ manage_link }}`,
      sms: `{{ coach.name }} heeft je aanvraag${then}. Je hoort van ons.`,
      push: ['Aanvraag verstuurd', `{{ coach.name }} heeft je aanvraag${then}`],
    },
    confirmed: {
      subject,
      mail: `# Je boeking staat vast

${hello}

{{ service.title }} met {{ coach.name }} staat voor je vast. Tot dan!

${fixed}

${manage}`,
      sms: `Je boeking met {{ coach.name }} staat vast${then}`,
      push: ['Je boeking staat vast', `{{ service.title }} met {{ coach.name }}${comma}`],
    },
    declined: {
      subject,
      mail: `# Je aanvraag is afgewezen

${hello}

{{ coach.name }} kan de sessie die je vroeg helaas niet aannemen. Jammer dat het deze keer niet lukte.

${about}
${reason}

${choose}

${offers}`,
      sms: `Helaas kan {{ coach.name }} je sessie${on} niet aannemen. Kies een andere tijd.`,
      push: ['Je aanvraag is afgewezen', `{{ coach.name }} kan je sessie${on} niet aannemen. Kies een andere tijd.`],
    },
    expired: {
      subject,
      mail: `# Je aanvraag is verlopen

${hello}

{{ coach.name }} heeft niet op tijd geantwoord. Sorry dat je hebt moeten wachten.

${about}

${choose}

${offers}`,
      sms: `Helaas heeft {{ coach.name }} niet op tijd op je aanvraag geantwoord. Kies een andere tijd.`,
      push: ['Je aanvraag is verlopen', `{{ coach.name }} heeft niet op tijd geantwoord. Kies een andere tijd.`],
    },
    changed: {
      subject,
      mail: `# Je sessie heeft een nieuwe tijd

${hello}

{{ service.title }} met {{ coach.name }} is verplaatst. Noteer de nieuwe tijd.

${fixed}
Eerst: {{ old_when }}
${reason}

${manage}`,
      sms: `Nieuwe tijd met {{ coach.name }}: ${at}. Eerst: {{ old_date }}, {{ old_time }}.`,
      push: ['Nieuwe tijd voor je sessie', `Met {{ coach.name }}: ${at}`],
    },
    cancelled: {
      subject,
      mail: `# Je sessie is geannuleerd

${hello}

{{ service.title }} met {{ coach.name }} gaat niet door. Je hoeft niets te doen.

${about}
${reason}

${choose}

${offers}`,
      sms: `Je sessie met {{ coach.name }}${on} is geannuleerd.`,
      push: ['Je sessie is geannuleerd', `Met {{ coach.name }}${comma}`],
    },
    reminder: {
      subject: 'Herinnering: je afspraak met {{ coach.name }} {{ time_until }}',
      mail: `# Tot ziens {{ time_until }}

${hello}

Een korte herinnering aan je sessie met {{ coach.name }}.

${fixed}

${manage}`,
      sms: 'Hoi {{ lead.name }}, je afspraak met {{ coach.name }} is {{ time_until }}, om {{ time }} {{ zone }}. Link: {{ join_link }}',
      push: ['Je sessie is {{ time_until }}', '{{ service.title }} met {{ coach.name }}, {{ time }}'],
    },
    follow_up: {
      subject: 'Je afspraak gemist? Laten we een nieuwe maken',
      mail: `# We hebben je gemist

${hello}

We hebben elkaar niet gezien bij onze afspraak. Geen probleem! Laten we een tijd zoeken die je beter past.

Een nieuwe tijd kiezen: {{ reschedule_link }}

${offers}

{{ coach.name }}`,
      sms: 'Hoi {{ lead.name }}, je hebt je afspraak met {{ coach.name }} gemist. Geen probleem: kies een nieuwe tijd wanneer het je uitkomt.',
      push: ['Je afspraak gemist?', 'Geen probleem! Kies een tijd die je beter past.'],
    },
    welcome: {
      subject: 'Welkom bij {{ partner.name }}',
      mail: `# Welkom

${hello}

Je account is klaar. Wat je met dit adres als gast hebt geboekt, hoort erbij, en ook wat je vanaf nu boekt.

Je account openen: {{ calendar_link }}`,
    },
    unproven: {
      subject: 'Bevestig: {{ service.title }} met {{ coach.name }}',
      mail: `# Bevestig je boeking

${hello}

Nog één stap: bevestig dat jij hebt geboekt. De link werkt {{ link_lifetime }}; tot dan is de tijd van jou.

${about}
Prijs: {{ price }}

Boeking bevestigen: {{ confirm_link }}

Was jij het niet? Doe dan niets, en er wordt niets geboekt.`,
    },
  },
  coach: {
    requested: {
      subject: subjectForCoach,
      mail: `# Nieuwe aanvraag

${helloCoach}

{{ lead.name }} vraagt {{ service.title }} aan.{% if date %} De tijd blijft bewaard tot je antwoordt.{% endif %}

${forCoach}
${answers}

Aannemen of afwijzen: {{ calendar_link }}`,
      sms: `{{ lead.name }} vraagt {{ service.title }} aan${then}. Aannemen of afwijzen?`,
      push: ['Nieuwe aanvraag: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    confirmed: {
      subject: subjectForCoach,
      mail: `# Nieuwe boeking

${helloCoach}

{{ lead.name }} is geboekt voor {{ service.title }}.

${fixedForCoach}
${answers}

${open}`,
      sms: `{{ lead.name }} is geboekt voor {{ service.title }}${then}`,
      push: ['Geboekt: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    declined: {
      subject: subjectForCoach,
      mail: `# Aanvraag afgewezen

${helloCoach}

De aanvraag van {{ lead.name }} is afgewezen.{% if date %} De tijd is weer vrij.{% endif %}

${forCoach}
${reason}

${open}`,
      sms: `De aanvraag van {{ lead.name }}${on} is afgewezen.`,
      push: ['Aanvraag afgewezen: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    expired: {
      subject: subjectForCoach,
      mail: `# Aanvraag verlopen

${helloCoach}

De aanvraag van {{ lead.name }} is niet op tijd beantwoord en is verlopen.{% if date %} De tijd is weer vrij.{% endif %}

${forCoach}

${open}`,
      sms: `De aanvraag van {{ lead.name }}${on} is niet op tijd beantwoord en is verlopen.`,
      push: ['Aanvraag verlopen: {{ lead.name }}', `Niet op tijd beantwoord${then}`],
    },
    changed: {
      subject: subjectForCoach,
      mail: `# Nieuwe tijd

${helloCoach}

De sessie met {{ lead.name }} is verplaatst.

${fixedForCoach}
Eerst: {{ old_when }}
${reason}

${open}`,
      sms: `Nieuwe tijd voor {{ lead.name }}: ${at}. Eerst: {{ old_date }}, {{ old_time }}.`,
      push: ['Nieuwe tijd: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    cancelled: {
      subject: subjectForCoach,
      mail: `# Sessie geannuleerd

${helloCoach}

De sessie met {{ lead.name }} is geannuleerd.{% if date %} De tijd is weer vrij.{% endif %}

${forCoach}
${reason}

${open}`,
      sms: `Geannuleerd: {{ lead.name }}${comma}`,
      push: ['Geannuleerd: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    reminder: {
      subject: 'Herinnering: {{ lead.name }} {{ time_until }}',
      mail: `# Volgende sessie {{ time_until }}

${helloCoach}

Een korte herinnering aan je sessie met {{ lead.name }}.

${fixedForCoach}

${open}`,
      sms: '{{ service.title }} met {{ lead.name }} is {{ time_until }}, om {{ time }} {{ zone }}. Link: {{ join_link }}',
      push: ['{{ lead.name }} {{ time_until }}', '{{ service.title }}, om {{ time }}'],
    },
    conflict: {
      subject: subjectForCoach,
      mail: `# Je agenda is dan bezet

${helloCoach}

In ‘{{ busy_calendar }}’ staat iets op de tijd van {{ service.title }} met {{ lead.name }}. De sessie blijft zoals die is, tot je haar wijzigt.

${fixedForCoach}

${open}`,
      sms: `In "{{ busy_calendar }}" staat iets op de tijd van je sessie met {{ lead.name }}${then}`,
      push: ['Agendaconflict: {{ lead.name }}', `In ‘{{ busy_calendar }}’ staat dan iets${then}`],
    },
    welcome: {
      subject: 'Welkom bij {{ partner.name }}',
      mail: `# Welkom

${helloCoach}

Je agenda is klaar. Vul eerst je werktijden en diensten in, en deel daarna het adres van je boekingspagina.

${open}`,
    },
  },
};

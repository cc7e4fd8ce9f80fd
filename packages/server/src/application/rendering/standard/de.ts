import type { StandardTexts } from './standard-texts.ts';

const session = `Mit: {{ coach.name }}{% if staff.name %}, {{ staff.name }}{% endif %}
Wo: {{ place }}
So finden Sie hin: {{ place_hint }}`;
const extras = `Bitte mitbringen: {{ what_to_bring }}
Teilnahme: {{ join_link }}
Passwort: {{ join_password }}
Preis: {{ price }}`;
const about = `Wann: {{ when }}
${session}`;
const fixed = `${about}
${extras}`;
const sessionForCoach = `Wer: {{ lead.name }}
Wo: {{ place }}`;
const forCoach = `Wann: {{ when }}
${sessionForCoach}`;
const answers = 'Antworten: {{ answers }}';
const join = `Teilnahme: {{ join_link }}
Passwort: {{ join_password }}`;
const fixedForCoach = `${forCoach}
${join}`;
const hello = 'Guten Tag {{ lead.name }},';
const helloCoach = 'Guten Tag {{ coach.name }},';
const manage = 'Ändern oder absagen: {{ manage_link }}';
const choose = 'Andere Zeit wählen: {{ reschedule_link }}';
const offers = `{% if offer_1 %}Freie Zeiten, die Ihnen passen könnten:{% endif %}
{{ offer_1 }}: {{ offer_1_link }}
{{ offer_2 }}: {{ offer_2_link }}
{{ offer_3 }}: {{ offer_3_link }}`;
const open = 'Kalender öffnen: {{ calendar_link }}';
const reason = 'Grund: {{ reason }}';
const subject = '{{ service.title }} mit {{ coach.name }}';
const subjectForCoach = '{{ lead.name }}: {{ service.title }}';
const at = '{{ date }}, {{ time }} {{ zone }}';
/** A booking may have no time, only a place. */
const on = `{% if date %} am ${at}{% endif %}`;
const then = `{% if date %}: ${at}{% endif %}`;
const comma = `{% if date %}, ${at}{% endif %}`;

export const de: StandardTexts = {
  language: 'de',
  dir: 'ltr',
  words: {
    when: '{date}, {time} Uhr ({zone})',
    whenUntil: '{date}, {time} – {end} Uhr ({zone})',
    unnamed: { attendee: 'und willkommen', coach: 'Eine Person' },
    sentBy: {
      attendee: '{brand} schickt Ihnen dies zu Ihrer Buchung bei {coach}.',
      coach: '{brand} schickt Ihnen dies, weil Sie dort Buchungen annehmen.',
    },
    unsubscribe: 'Keine Nachrichten dieser Art mehr',
    healthAnswers: 'zur Gesundheit: siehe Buchung',
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
      mail: `# Ihre Anfrage ist unterwegs

${hello}

Ihre Anfrage für {{ service.title }} ist bei {{ coach.name }}. Sobald es eine Antwort gibt, sagen wir Ihnen Bescheid; bis dahin ist nichts fest.

${about}
Preis: {{ price }}

Ändern oder zurückziehen: {{ manage_link }}`,
      sms: `Ihre Anfrage ist bei {{ coach.name }}${then}. Wir sagen Ihnen Bescheid.`,
      push: ['Anfrage gesendet', `Sie ist bei {{ coach.name }}${then}`],
    },
    confirmed: {
      subject,
      mail: `# Ihr Termin ist gebucht

${hello}

{{ service.title }} mit {{ coach.name }} ist für Sie reserviert. Wir freuen uns auf Sie.

${fixed}

${manage}`,
      sms: `Ihr Termin mit {{ coach.name }} ist gebucht${then}`,
      push: ['Ihr Termin ist gebucht', `{{ service.title }} mit {{ coach.name }}${comma}`],
    },
    declined: {
      subject,
      mail: `# Ihre Anfrage wurde abgelehnt

${hello}

{{ coach.name }} kann Ihren Wunschtermin leider nicht annehmen. Schade, dass es diesmal nicht geklappt hat.

${about}
${reason}

${choose}

${offers}`,
      sms: `Leider kann {{ coach.name }} Ihren Termin${on} nicht annehmen. Bitte wählen Sie eine andere Zeit.`,
      push: ['Ihre Anfrage wurde abgelehnt', `{{ coach.name }} kann den Termin${on} nicht annehmen.`],
    },
    expired: {
      subject,
      mail: `# Ihre Anfrage ist abgelaufen

${hello}

{{ coach.name }} hat leider nicht rechtzeitig geantwortet. Es tut uns leid, dass Sie gewartet haben.

${about}

${choose}

${offers}`,
      sms: `Leider hat {{ coach.name }} auf Ihre Anfrage nicht rechtzeitig geantwortet. Bitte wählen Sie eine andere Zeit.`,
      push: ['Ihre Anfrage ist abgelaufen', '{{ coach.name }} hat nicht rechtzeitig geantwortet.'],
    },
    changed: {
      subject,
      mail: `# Ihr Termin hat eine neue Zeit

${hello}

{{ service.title }} mit {{ coach.name }} wurde verlegt. Bitte merken Sie sich die neue Zeit.

${fixed}
Vorher: {{ old_when }}
${reason}

${manage}`,
      sms: `Neue Zeit für Ihren Termin mit {{ coach.name }}: ${at}. Vorher: {{ old_date }}, {{ old_time }}.`,
      push: ['Neue Zeit für Ihren Termin', `Mit {{ coach.name }}: ${at}`],
    },
    cancelled: {
      subject,
      mail: `# Ihr Termin ist abgesagt

${hello}

{{ service.title }} mit {{ coach.name }} findet nicht statt. Sie müssen nichts weiter tun.

${about}
${reason}

${choose}

${offers}`,
      sms: `Ihr Termin mit {{ coach.name }}${on} ist abgesagt.`,
      push: ['Ihr Termin ist abgesagt', `Mit {{ coach.name }}${comma}`],
    },
    reminder: {
      subject: 'Erinnerung: Ihr Termin mit {{ coach.name }} {{ time_until }}',
      mail: `# Ihr Termin ist {{ time_until }}

${hello}

kurz zur Erinnerung: Ihr Termin mit {{ coach.name }} steht an.

${fixed}

${manage}`,
      sms: 'Ihr Termin mit {{ coach.name }} ist {{ time_until }}, um {{ time }} {{ zone }}. Teilnahme: {{ join_link }}',
      push: ['Ihr Termin ist {{ time_until }}', '{{ service.title }} mit {{ coach.name }}, {{ time }}'],
    },
    follow_up: {
      subject: 'Termin verpasst? Finden wir einen neuen',
      mail: `# Wir haben Sie vermisst

${hello}

ich habe Sie bei unserem Termin vermisst. Kein Problem! Finden wir eine Zeit, die Ihnen besser passt.

Neue Zeit wählen: {{ reschedule_link }}

${offers}

{{ coach.name }}`,
      sms: 'Sie haben Ihren Termin mit {{ coach.name }} verpasst. Kein Problem: Wählen Sie einfach eine neue Zeit, die Ihnen passt.',
      push: ['Termin verpasst?', 'Kein Problem! Wählen Sie eine Zeit, die Ihnen besser passt.'],
    },
    welcome: {
      subject: 'Willkommen bei {{ partner.name }}',
      mail: `# Willkommen

${hello}

Ihr Konto ist bereit. Was Sie mit dieser Adresse als Gast gebucht haben, gehört dazu, und ebenso, was Sie von nun an buchen.

Konto öffnen: {{ calendar_link }}`,
    },
    unproven: {
      subject: 'Bitte bestätigen: {{ service.title }} mit {{ coach.name }}',
      mail: `# Bitte bestätigen Sie Ihre Buchung

${hello}

ein Schritt fehlt noch: Bitte bestätigen Sie, dass Sie gebucht haben. Der Link gilt {{ link_lifetime }}; so lange ist die Zeit für Sie reserviert.

${about}
Preis: {{ price }}

Buchung bestätigen: {{ confirm_link }}

Sie waren es nicht? Dann tun Sie nichts, und es wird nichts gebucht.`,
    },
  },
  coach: {
    requested: {
      subject: subjectForCoach,
      mail: `# Neue Anfrage

${helloCoach}

{{ lead.name }} fragt {{ service.title }} an.{% if date %} Die Zeit bleibt reserviert, bis Sie antworten.{% endif %}

${forCoach}
${answers}

Zusagen oder ablehnen: {{ calendar_link }}`,
      sms: `{{ lead.name }} fragt {{ service.title }} an${then}. Bitte zusagen oder ablehnen.`,
      push: ['Neue Anfrage: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    confirmed: {
      subject: subjectForCoach,
      mail: `# Neue Buchung

${helloCoach}

{{ lead.name }} ist für {{ service.title }} gebucht.

${fixedForCoach}
${answers}

${open}`,
      sms: `{{ lead.name }} ist für {{ service.title }} gebucht${then}`,
      push: ['Gebucht: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    declined: {
      subject: subjectForCoach,
      mail: `# Anfrage abgelehnt

${helloCoach}

die Anfrage von {{ lead.name }} ist abgelehnt.{% if date %} Die Zeit ist wieder frei.{% endif %}

${forCoach}
${reason}

${open}`,
      sms: `Die Anfrage von {{ lead.name }}${on} ist abgelehnt.`,
      push: ['Anfrage abgelehnt: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    expired: {
      subject: subjectForCoach,
      mail: `# Anfrage abgelaufen

${helloCoach}

die Anfrage von {{ lead.name }} wurde nicht rechtzeitig beantwortet und ist abgelaufen.{% if date %} Die Zeit ist wieder frei.{% endif %}

${forCoach}

${open}`,
      sms: `Die Anfrage von {{ lead.name }}${on} wurde nicht rechtzeitig beantwortet und ist abgelaufen.`,
      push: ['Anfrage abgelaufen: {{ lead.name }}', `Nicht rechtzeitig beantwortet${then}`],
    },
    changed: {
      subject: subjectForCoach,
      mail: `# Neue Zeit

${helloCoach}

der Termin mit {{ lead.name }} wurde verlegt.

${fixedForCoach}
Vorher: {{ old_when }}
${reason}

${open}`,
      sms: `Neue Zeit für {{ lead.name }}: ${at}. Vorher: {{ old_date }}, {{ old_time }}.`,
      push: ['Neue Zeit: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    cancelled: {
      subject: subjectForCoach,
      mail: `# Termin abgesagt

${helloCoach}

der Termin mit {{ lead.name }} ist abgesagt.{% if date %} Die Zeit ist wieder frei.{% endif %}

${forCoach}
${reason}

${open}`,
      sms: `Abgesagt: {{ lead.name }}${comma}`,
      push: ['Abgesagt: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    reminder: {
      subject: 'Erinnerung: {{ lead.name }} {{ time_until }}',
      mail: `# Nächster Termin {{ time_until }}

${helloCoach}

kurz zur Erinnerung: Ihr Termin mit {{ lead.name }} steht an.

${fixedForCoach}

${open}`,
      sms: '{{ service.title }} mit {{ lead.name }} ist {{ time_until }}, um {{ time }} {{ zone }}. Teilnahme: {{ join_link }}',
      push: ['{{ lead.name }} {{ time_until }}', '{{ service.title }}, {{ time }}'],
    },
    conflict: {
      subject: subjectForCoach,
      mail: `# Ihr Kalender ist dann belegt

${helloCoach}

„{{ busy_calendar }}“ hat etwas zur Zeit von {{ service.title }} mit {{ lead.name }}. Der Termin bleibt, wie er ist, bis Sie ihn ändern.

${fixedForCoach}

${open}`,
      sms: `"{{ busy_calendar }}" hat etwas zur Zeit Ihres Termins mit {{ lead.name }}${then}`,
      push: ['Kalenderkonflikt: {{ lead.name }}', `„{{ busy_calendar }}“ hat dann etwas${then}`],
    },
    welcome: {
      subject: 'Willkommen bei {{ partner.name }}',
      mail: `# Willkommen

${helloCoach}

Ihr Kalender ist bereit. Tragen Sie zuerst Ihre Arbeitszeiten und Leistungen ein, und geben Sie dann die Adresse Ihrer Buchungsseite weiter.

${open}`,
    },
  },
};

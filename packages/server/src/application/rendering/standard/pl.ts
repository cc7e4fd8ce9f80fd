import type { StandardTexts } from './standard-texts.ts';

const session = `Prowadzi: {{ coach.name }}{% if staff.name %}, {{ staff.name }}{% endif %}
Gdzie: {{ place }}
Jak trafić: {{ place_hint }}`;
const extras = `Co zabrać: {{ what_to_bring }}
Dołącz: {{ join_link }}
Hasło: {{ join_password }}
Cena: {{ price }}`;
const about = `Kiedy: {{ when }}
${session}`;
const fixed = `${about}
${extras}`;
const sessionForCoach = `Kto: {{ lead.name }}
Gdzie: {{ place }}`;
const forCoach = `Kiedy: {{ when }}
${sessionForCoach}`;
const answers = 'Odpowiedzi: {{ answers }}';
const join = `Dołącz: {{ join_link }}
Hasło: {{ join_password }}`;
const fixedForCoach = `${forCoach}
${join}`;
const hello = 'Cześć {{ lead.name }},';
const helloCoach = 'Cześć {{ coach.name }},';
const manage = 'Zmień lub odwołaj: {{ manage_link }}';
const choose = 'Wybierz inny termin: {{ reschedule_link }}';
const offers = `{% if offer_1 %}Wolne terminy, które mogą ci pasować:{% endif %}
{{ offer_1 }}: {{ offer_1_link }}
{{ offer_2 }}: {{ offer_2_link }}
{{ offer_3 }}: {{ offer_3_link }}`;
const open = 'Otwórz kalendarz: {{ calendar_link }}';
const reason = 'Powód: {{ reason }}';
/** Names stay as they are written: no case of a name is made. */
const subject = '{{ service.title }} – {{ coach.name }}';
const subjectForCoach = '{{ lead.name }}: {{ service.title }}';
const at = '{{ date }}, {{ time }} {{ zone }}';
/** A booking may have no time, only a place. */
const then = `{% if date %}: ${at}{% endif %}`;
const comma = `{% if date %}, ${at}{% endif %}`;
const inBrackets = `{% if date %} (${at}){% endif %}`;

export const pl: StandardTexts = {
  language: 'pl',
  dir: 'ltr',
  words: {
    when: '{date}, {time} ({zone})',
    whenUntil: '{date}, {time} – {end} ({zone})',
    unnamed: { attendee: 'i witamy', coach: 'Ktoś' },
    sentBy: {
      attendee: '{brand} wysyła tę wiadomość w związku z twoją rezerwacją ({coach}).',
      coach: '{brand} wysyła tę wiadomość, ponieważ przyjmujesz tam rezerwacje.',
    },
    unsubscribe: 'Nie chcę więcej takich wiadomości',
    healthAnswers: 'dotyczące zdrowia: zobacz rezerwację',
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
      mail: `# Twoja prośba została wysłana

${hello}

{{ coach.name }} ma twoją prośbę o {{ service.title }}. Damy znać, gdy tylko będzie odpowiedź; do tego czasu nic nie jest ustalone.

${about}
Cena: {{ price }}

Zmień lub wycofaj: {{ manage_link }}`,
      sms: `{{ coach.name }} ma twoją prośbę${then}. Damy znać, jaka jest odpowiedź.`,
      push: ['Prośba wysłana', `{{ coach.name }} ma twoją prośbę${then}`],
    },
    confirmed: {
      subject,
      mail: `# Termin zarezerwowany

${hello}

{{ service.title }} jest dla ciebie zarezerwowane. Do zobaczenia!

${fixed}

${manage}`,
      sms: `Termin zarezerwowany, {{ coach.name }}${then}`,
      push: ['Termin zarezerwowany', `{{ service.title }}, {{ coach.name }}${comma}`],
    },
    declined: {
      subject,
      mail: `# Twoja prośba została odrzucona

${hello}

{{ coach.name }} nie może niestety przyjąć terminu, o który prosisz. Szkoda, że tym razem się nie udało.

${about}
${reason}

${choose}

${offers}`,
      sms: `Niestety {{ coach.name }} nie może przyjąć tego terminu${inBrackets}. Wybierz inny.`,
      push: ['Prośba odrzucona', `{{ coach.name }} nie może przyjąć tego terminu${inBrackets}. Wybierz inny.`],
    },
    expired: {
      subject,
      mail: `# Twoja prośba wygasła

${hello}

Nie otrzymaliśmy odpowiedzi na czas ({{ coach.name }}). Przepraszamy za oczekiwanie.

${about}

${choose}

${offers}`,
      sms: `Niestety nie było odpowiedzi na czas ({{ coach.name }}). Wybierz inny termin.`,
      push: ['Twoja prośba wygasła', `Nie było odpowiedzi na czas ({{ coach.name }}). Wybierz inny termin.`],
    },
    changed: {
      subject,
      mail: `# Twój termin się zmienił

${hello}

{{ service.title }} ma nowy termin. Zapisz go sobie.

${fixed}
Poprzednio: {{ old_when }}
${reason}

${manage}`,
      sms: `Nowy termin, {{ coach.name }}: ${at}. Poprzednio: {{ old_date }}, {{ old_time }}.`,
      push: ['Nowy termin', `{{ coach.name }}: ${at}`],
    },
    cancelled: {
      subject,
      mail: `# Twój termin jest odwołany

${hello}

{{ service.title }} nie odbędzie się ({{ coach.name }}). Nie musisz nic robić.

${about}
${reason}

${choose}

${offers}`,
      sms: `Termin odwołany, {{ coach.name }}${comma}`,
      push: ['Twój termin jest odwołany', `{{ coach.name }}${comma}`],
    },
    reminder: {
      subject: 'Przypomnienie: {{ coach.name }}, termin {{ time_until }}',
      mail: `# Do zobaczenia {{ time_until }}

${hello}

Krótkie przypomnienie o twoim terminie: {{ service.title }}.

${fixed}

${manage}`,
      sms: 'Twój termin: {{ coach.name }}, {{ time_until }}, {{ time }} {{ zone }}. Link: {{ join_link }}',
      push: ['Twój termin jest {{ time_until }}', '{{ service.title }}, {{ coach.name }}, {{ time }}'],
    },
    follow_up: {
      subject: 'Termin przepadł? Znajdźmy nowy',
      mail: `# Brakowało nam ciebie

${hello}

Nie spotkaliśmy się w umówionym terminie. Nic nie szkodzi! Znajdźmy taki, który będzie ci bardziej pasował.

Wybierz nowy termin: {{ reschedule_link }}

${offers}

{{ coach.name }}`,
      sms: 'Termin przepadł ({{ coach.name }}). Nic nie szkodzi: wybierz nowy, kiedy ci pasuje.',
      push: ['Termin przepadł?', 'Nic nie szkodzi! Wybierz taki, który będzie ci bardziej pasował.'],
    },
    welcome: {
      subject: '{{ partner.name }}: witamy',
      mail: `# Witamy

${hello}

Twoje konto jest gotowe. Należą do niego rezerwacje dokonane wcześniej jako gość z tym adresem oraz te, których dokonasz od teraz.

Otwórz swoje konto: {{ calendar_link }}`,
    },
    unproven: {
      subject: 'Potwierdź: {{ service.title }} – {{ coach.name }}',
      mail: `# Potwierdź swoją rezerwację

${hello}

Jeszcze jeden krok: potwierdź, że to twoja rezerwacja. Link jest ważny przez {{ link_lifetime }}; do tego czasu termin jest twój.

${about}
Cena: {{ price }}

Potwierdź rezerwację: {{ confirm_link }}

To nie twoja rezerwacja? Nie rób nic, a nic nie zostanie zarezerwowane.`,
    },
  },
  coach: {
    requested: {
      subject: subjectForCoach,
      mail: `# Nowa prośba

${helloCoach}

{{ lead.name }} prosi o {{ service.title }}.{% if date %} Termin jest zachowany, dopóki nie odpowiesz.{% endif %}

${forCoach}
${answers}

Przyjmij lub odrzuć: {{ calendar_link }}`,
      sms: `{{ lead.name }} prosi o {{ service.title }}${then}. Przyjmij lub odrzuć.`,
      push: ['Nowa prośba: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    confirmed: {
      subject: subjectForCoach,
      mail: `# Nowa rezerwacja

${helloCoach}

{{ lead.name }} ma rezerwację: {{ service.title }}.

${fixedForCoach}
${answers}

${open}`,
      sms: `Rezerwacja, {{ lead.name }}: {{ service.title }}${comma}`,
      push: ['Rezerwacja: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    declined: {
      subject: subjectForCoach,
      mail: `# Prośba odrzucona

${helloCoach}

Prośba ({{ lead.name }}) została odrzucona.{% if date %} Termin jest znowu wolny.{% endif %}

${forCoach}
${reason}

${open}`,
      sms: `Prośba odrzucona, {{ lead.name }}${comma}`,
      push: ['Prośba odrzucona: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    expired: {
      subject: subjectForCoach,
      mail: `# Prośba wygasła

${helloCoach}

Prośba ({{ lead.name }}) nie doczekała się odpowiedzi na czas i wygasła.{% if date %} Termin jest znowu wolny.{% endif %}

${forCoach}

${open}`,
      sms: `Prośba bez odpowiedzi wygasła, {{ lead.name }}${comma}`,
      push: ['Prośba wygasła: {{ lead.name }}', `Brak odpowiedzi na czas${then}`],
    },
    changed: {
      subject: subjectForCoach,
      mail: `# Nowy termin

${helloCoach}

Termin ({{ lead.name }}) został przełożony.

${fixedForCoach}
Poprzednio: {{ old_when }}
${reason}

${open}`,
      sms: `Nowy termin, {{ lead.name }}: ${at}. Poprzednio: {{ old_date }}, {{ old_time }}.`,
      push: ['Nowy termin: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    cancelled: {
      subject: subjectForCoach,
      mail: `# Termin odwołany

${helloCoach}

Termin ({{ lead.name }}) jest odwołany.{% if date %} Godzina jest znowu wolna.{% endif %}

${forCoach}
${reason}

${open}`,
      sms: `Odwołane: {{ lead.name }}${comma}`,
      push: ['Odwołane: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    reminder: {
      subject: 'Przypomnienie: {{ lead.name }} {{ time_until }}',
      mail: `# Następny termin {{ time_until }}

${helloCoach}

Krótkie przypomnienie o terminie: {{ lead.name }}.

${fixedForCoach}

${open}`,
      sms: '{{ service.title }}, {{ lead.name }}: {{ time_until }}, {{ time }} {{ zone }}. Link: {{ join_link }}',
      push: ['{{ lead.name }} {{ time_until }}', '{{ service.title }}, {{ time }}'],
    },
    conflict: {
      subject: subjectForCoach,
      mail: `# Twój kalendarz jest wtedy zajęty

${helloCoach}

W kalendarzu „{{ busy_calendar }}” jest coś w czasie: {{ service.title }}, {{ lead.name }}. Termin zostaje, jak jest, dopóki go nie zmienisz.

${fixedForCoach}

${open}`,
      sms: `W kalendarzu "{{ busy_calendar }}" jest coś w tym czasie: {{ lead.name }}${comma}`,
      push: ['Konflikt: {{ lead.name }}', `W kalendarzu „{{ busy_calendar }}” coś wtedy jest${then}`],
    },
    welcome: {
      subject: '{{ partner.name }}: witamy',
      mail: `# Witamy

${helloCoach}

Twój kalendarz jest gotowy. Podaj najpierw godziny pracy i usługi, a potem udostępnij adres swojej strony rezerwacji.

${open}`,
    },
  },
};

import type { StandardTexts } from './standard-texts.ts';

const session = `With: {{ coach.name }}{% if staff.name %}, {{ staff.name }}{% endif %}
Where: {{ place }}
Finding it: {{ place_hint }}`;
const extras = `What to bring: {{ what_to_bring }}
Join: {{ join_link }}
Password: {{ join_password }}
Price: {{ price }}`;
const about = `When: {{ when }}
${session}`;
const fixed = `${about}
${extras}`;
const sessionForCoach = `Who: {{ lead.name }}
Where: {{ place }}`;
const forCoach = `When: {{ when }}
${sessionForCoach}`;
const answers = 'Answers: {{ answers }}';
const join = `Join: {{ join_link }}
Password: {{ join_password }}`;
const fixedForCoach = `${forCoach}
${join}`;
const hello = 'Hi {{ lead.name }},';
const helloCoach = 'Hi {{ coach.name }},';
const manage = 'Change or cancel: {{ manage_link }}';
const choose = 'Choose another time: {{ reschedule_link }}';
const offers = `{% if offer_1 %}Free times that may suit you:{% endif %}
{{ offer_1 }}: {{ offer_1_link }}
{{ offer_2 }}: {{ offer_2_link }}
{{ offer_3 }}: {{ offer_3_link }}`;
const open = 'Open your calendar: {{ calendar_link }}';
const reason = 'Reason: {{ reason }}';
const subject = '{{ service.title }} with {{ coach.name }}';
const subjectForCoach = '{{ lead.name }}: {{ service.title }}';
const at = '{{ date }}, {{ time }} {{ zone }}';
/** A booking may have no time, only a place. */
const on = `{% if date %} on ${at}{% endif %}`;
const then = `{% if date %}: ${at}{% endif %}`;
const comma = `{% if date %}, ${at}{% endif %}`;

export const en: StandardTexts = {
  language: 'en',
  dir: 'ltr',
  words: {
    when: '{date}, {time} ({zone})',
    whenUntil: '{date}, {time} – {end} ({zone})',
    unnamed: { attendee: 'there', coach: 'A visitor' },
    sentBy: {
      attendee: '{brand} sent you this because of your booking with {coach}.',
      coach: '{brand} sent you this because you take bookings there.',
    },
    unsubscribe: 'No more messages of this kind',
    healthAnswers: 'about health: see the booking',
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
      mail: `# Your request is on its way

${hello}

{{ coach.name }} has your request for {{ service.title }}. We will tell you as soon as there is an answer; until then, nothing is fixed.

${about}
Price: {{ price }}

Change or withdraw: {{ manage_link }}`,
      sms: `{{ coach.name }} has your request${then}. We will tell you the answer.`,
      push: ['Request sent', `{{ coach.name }} has your request${then}`],
    },
    confirmed: {
      subject,
      mail: `# You are booked

${hello}

{{ service.title }} with {{ coach.name }} is yours. We look forward to seeing you.

${fixed}

${manage}`,
      sms: `You are booked with {{ coach.name }}${then}`,
      push: ['You are booked', `{{ service.title }} with {{ coach.name }}${comma}`],
    },
    declined: {
      subject,
      mail: `# Your request was declined

${hello}

{{ coach.name }} cannot take the session that you asked for. Sorry that it did not work out this time.

${about}
${reason}

${choose}

${offers}`,
      sms: `Sorry, {{ coach.name }} cannot take your session${on}. Please choose another time.`,
      push: ['Your request was declined', `{{ coach.name }} cannot take your session${on}. Choose another time.`],
    },
    expired: {
      subject,
      mail: `# Your request has ended

${hello}

{{ coach.name }} did not answer in time. We are sorry for the wait.

${about}

${choose}

${offers}`,
      sms: `Sorry, {{ coach.name }} did not answer your request in time. Please choose another time.`,
      push: ['Your request has ended', `{{ coach.name }} did not answer in time. Choose another time.`],
    },
    changed: {
      subject,
      mail: `# Your session has a new time

${hello}

{{ service.title }} with {{ coach.name }} was moved. Please note the new time.

${fixed}
Before: {{ old_when }}
${reason}

${manage}`,
      sms: `New time for your session with {{ coach.name }}: ${at}. Before: {{ old_date }}, {{ old_time }}.`,
      push: ['New time for your session', `With {{ coach.name }}: ${at}`],
    },
    cancelled: {
      subject,
      mail: `# Your session is cancelled

${hello}

{{ service.title }} with {{ coach.name }} will not take place. You need not do anything.

${about}
${reason}

${choose}

${offers}`,
      sms: `Your session with {{ coach.name }}${on} is cancelled.`,
      push: ['Your session is cancelled', `With {{ coach.name }}${comma}`],
    },
    reminder: {
      subject: 'Reminder: your appointment with {{ coach.name }} {{ time_until }}',
      mail: `# See you {{ time_until }}

${hello}

A short reminder of your session with {{ coach.name }}.

${fixed}

${manage}`,
      sms: 'Hi {{ lead.name }}, your appointment with {{ coach.name }} is {{ time_until }}, at {{ time }} {{ zone }}. Join: {{ join_link }}',
      push: ['Your session is {{ time_until }}', '{{ service.title }} with {{ coach.name }}, {{ time }}'],
    },
    follow_up: {
      subject: 'Missed your appointment? Let’s reschedule',
      mail: `# We missed you

${hello}

I noticed you missed our appointment. No worries! Let’s find a time that works better for you.

Choose a new time: {{ reschedule_link }}

${offers}

{{ coach.name }}`,
      sms: 'Hi {{ lead.name }}, you missed your appointment with {{ coach.name }}. No worries, just choose a new time when it suits you.',
      push: ['Missed your appointment?', 'No worries! Choose a time that works better for you.'],
    },
    welcome: {
      subject: 'Welcome to {{ partner.name }}',
      mail: `# Welcome

${hello}

Your account is ready. What you booked with this address as a guest belongs to it, and so does what you book from now on.

Open your account: {{ calendar_link }}`,
    },
    unproven: {
      subject: 'Please confirm: {{ service.title }} with {{ coach.name }}',
      mail: `# Please confirm your booking

${hello}

One more step: please confirm that it was you who booked. The link works for {{ link_lifetime }}; the time is yours until then.

${about}
Price: {{ price }}

Confirm the booking: {{ confirm_link }}

Was it not you? Then do nothing, and nothing is booked.`,
    },
  },
  coach: {
    requested: {
      subject: subjectForCoach,
      mail: `# New request

${helloCoach}

{{ lead.name }} asks for {{ service.title }}.{% if date %} The time is kept until you answer.{% endif %}

${forCoach}
${answers}

Confirm or decline: {{ calendar_link }}`,
      sms: `{{ lead.name }} asks for {{ service.title }}${then}. Please confirm or decline.`,
      push: ['New request: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    confirmed: {
      subject: subjectForCoach,
      mail: `# New booking

${helloCoach}

{{ lead.name }} is booked for {{ service.title }}.

${fixedForCoach}
${answers}

${open}`,
      sms: `{{ lead.name }} is booked for {{ service.title }}${then}`,
      push: ['Booked: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    declined: {
      subject: subjectForCoach,
      mail: `# Request declined

${helloCoach}

The request of {{ lead.name }} is declined.{% if date %} The time is free again.{% endif %}

${forCoach}
${reason}

${open}`,
      sms: `The request of {{ lead.name }}${on} is declined.`,
      push: ['Request declined: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    expired: {
      subject: subjectForCoach,
      mail: `# Request ended

${helloCoach}

The request of {{ lead.name }} was not answered in time and has ended.{% if date %} The time is free again.{% endif %}

${forCoach}

${open}`,
      sms: `The request of {{ lead.name }}${on} was not answered in time and has ended.`,
      push: ['Request ended: {{ lead.name }}', `Not answered in time${then}`],
    },
    changed: {
      subject: subjectForCoach,
      mail: `# New time

${helloCoach}

The session with {{ lead.name }} was moved.

${fixedForCoach}
Before: {{ old_when }}
${reason}

${open}`,
      sms: `New time for {{ lead.name }}: ${at}. Before: {{ old_date }}, {{ old_time }}.`,
      push: ['New time: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    cancelled: {
      subject: subjectForCoach,
      mail: `# Session cancelled

${helloCoach}

The session with {{ lead.name }} is cancelled.{% if date %} The time is free again.{% endif %}

${forCoach}
${reason}

${open}`,
      sms: `Cancelled: {{ lead.name }}${comma}`,
      push: ['Cancelled: {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    reminder: {
      subject: 'Reminder: {{ lead.name }} {{ time_until }}',
      mail: `# Next session {{ time_until }}

${helloCoach}

A short reminder of your session with {{ lead.name }}.

${fixedForCoach}

${open}`,
      sms: '{{ service.title }} with {{ lead.name }} is {{ time_until }}, at {{ time }} {{ zone }}. Join: {{ join_link }}',
      push: ['{{ lead.name }} {{ time_until }}', '{{ service.title }}, {{ time }}'],
    },
    conflict: {
      subject: subjectForCoach,
      mail: `# Your calendar is busy then

${helloCoach}

“{{ busy_calendar }}” has something at the time of {{ service.title }} with {{ lead.name }}. The session stays as it is until you change it.

${fixedForCoach}

${open}`,
      sms: `“{{ busy_calendar }}” has something at the time of your session with {{ lead.name }}${then}`,
      push: ['Calendar conflict: {{ lead.name }}', `“{{ busy_calendar }}” has something then${then}`],
    },
    welcome: {
      subject: 'Welcome to {{ partner.name }}',
      mail: `# Welcome

${helloCoach}

Your calendar is ready. Set your hours and services first, then share the address of your booking page.

${open}`,
    },
  },
};

import type { StandardTexts } from './standard-texts.ts';

const session = `Avec : {{ coach.name }}{% if staff.name %}, {{ staff.name }}{% endif %}
Où : {{ place }}
Pour trouver : {{ place_hint }}`;
const extras = `À apporter : {{ what_to_bring }}
Connexion : {{ join_link }}
Mot de passe : {{ join_password }}
Prix : {{ price }}`;
const about = `Quand : {{ when }}
${session}`;
const fixed = `${about}
${extras}`;
const sessionForCoach = `Qui : {{ lead.name }}
Où : {{ place }}`;
const forCoach = `Quand : {{ when }}
${sessionForCoach}`;
const answers = 'Réponses : {{ answers }}';
const join = `Connexion : {{ join_link }}
Mot de passe : {{ join_password }}`;
const fixedForCoach = `${forCoach}\n${join}`;
const hello = 'Bonjour {{ lead.name }},';
const helloCoach = 'Bonjour {{ coach.name }},';
const manage = 'Modifier ou annuler : {{ manage_link }}';
const choose = 'Choisir un autre horaire : {{ reschedule_link }}';
const offers = `{% if offer_1 %}Des horaires libres qui pourraient vous convenir :{% endif %}
{{ offer_1 }} : {{ offer_1_link }}
{{ offer_2 }} : {{ offer_2_link }}
{{ offer_3 }} : {{ offer_3_link }}`;
const open = 'Ouvrir le calendrier : {{ calendar_link }}';
const reason = 'Motif : {{ reason }}';
const subject = '{{ service.title }} avec {{ coach.name }}';
const subjectForCoach = '{{ lead.name }} : {{ service.title }}';
/** The SMS do without ê, î, ô, û and ç: one of them would more than halve what an SMS holds. */
const at = '{{ date }}, {{ time }} {{ zone }}';
/** A booking may have no time, only a place. */
const on = `{% if date %} du ${at}{% endif %}`;
const then = `{% if date %} : ${at}{% endif %}`;
const comma = `{% if date %}, ${at}{% endif %}`;

export const fr: StandardTexts = {
  language: 'fr',
  dir: 'ltr',
  words: {
    when: '{date}, {time} ({zone})',
    whenUntil: '{date}, {time} – {end} ({zone})',
    unnamed: { attendee: 'et bienvenue', coach: 'Une personne' },
    sentBy: {
      attendee: '{brand} vous envoie ce message à propos de votre réservation avec {coach}.',
      coach: '{brand} vous envoie ce message parce que vous y prenez des réservations.',
    },
    unsubscribe: 'Ne plus recevoir de messages de ce type',
    healthAnswers: 'sur la santé : voir la réservation',
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
      mail: `# Votre demande est envoyée

${hello}

Votre demande pour {{ service.title }} est chez {{ coach.name }}. Nous vous préviendrons dès qu’il y aura une réponse ; d’ici là, rien n’est fixé.

${about}
Prix : {{ price }}

Modifier ou retirer : {{ manage_link }}`,
      sms: `Votre demande est chez {{ coach.name }}${then}. Nous vous dirons la réponse.`,
      push: ['Demande envoyée', `Elle est chez {{ coach.name }}${then}`],
    },
    confirmed: {
      subject,
      mail: `# Votre rendez-vous est réservé

${hello}

{{ service.title }} avec {{ coach.name }} : c’est réservé pour vous. Au plaisir de vous voir.

${fixed}

${manage}`,
      sms: `Votre rendez-vous avec {{ coach.name }} est réservé${then}`,
      push: ['Rendez-vous réservé', `{{ service.title }} avec {{ coach.name }}${comma}`],
    },
    declined: {
      subject,
      mail: `# Votre demande a été refusée

${hello}

{{ coach.name }} ne peut pas assurer le rendez-vous que vous avez demandé. Nous regrettons que cela n’ait pas été possible cette fois.

${about}
${reason}

${choose}

${offers}`,
      sms: `Désolé, {{ coach.name }} ne peut pas assurer votre rendez-vous${on}. Choisissez un autre horaire.`,
      push: [
        'Demande refusée',
        `{{ coach.name }} ne peut pas assurer votre rendez-vous${on}. Choisissez un autre horaire.`,
      ],
    },
    expired: {
      subject,
      mail: `# Votre demande a expiré

${hello}

{{ coach.name }} n’a pas répondu à temps. Nous sommes désolés de l’attente.

${about}

${choose}

${offers}`,
      sms: `Désolé, {{ coach.name }} n'a pas répondu à temps à votre demande. Choisissez un autre horaire.`,
      push: ['Votre demande a expiré', '{{ coach.name }} n’a pas répondu à temps. Choisissez un autre horaire.'],
    },
    changed: {
      subject,
      mail: `# Votre rendez-vous a un nouvel horaire

${hello}

{{ service.title }} avec {{ coach.name }} a été déplacé. Veuillez noter le nouvel horaire.

${fixed}
Avant : {{ old_when }}
${reason}

${manage}`,
      sms: `Nouvel horaire de votre rendez-vous avec {{ coach.name }} : ${at}. Avant : {{ old_date }}, {{ old_time }}.`,
      push: ['Nouvel horaire', `Avec {{ coach.name }} : ${at}`],
    },
    cancelled: {
      subject,
      mail: `# Votre rendez-vous est annulé

${hello}

{{ service.title }} avec {{ coach.name }} n’aura pas lieu. Vous n’avez rien à faire.

${about}
${reason}

${choose}

${offers}`,
      sms: `Votre rendez-vous avec {{ coach.name }}${on} est annulé.`,
      push: ['Rendez-vous annulé', `Avec {{ coach.name }}${comma}`],
    },
    reminder: {
      subject: 'Rappel : votre rendez-vous avec {{ coach.name }} {{ time_until }}',
      mail: `# Votre rendez-vous est {{ time_until }}

${hello}

Petit rappel de votre rendez-vous avec {{ coach.name }}.

${fixed}

${manage}`,
      sms: 'Votre rendez-vous avec {{ coach.name }} est {{ time_until }}, à {{ time }} {{ zone }}. Connexion : {{ join_link }}',
      push: ['Votre rendez-vous est {{ time_until }}', '{{ service.title }} avec {{ coach.name }}, {{ time }}'],
    },
    follow_up: {
      subject: 'Rendez-vous manqué ? Trouvons un autre horaire',
      mail: `# Vous nous avez manqué

${hello}

J’ai vu que vous aviez manqué notre rendez-vous. Ce n’est pas grave ! Trouvons un horaire qui vous convient mieux.

Choisir un nouvel horaire : {{ reschedule_link }}

${offers}

{{ coach.name }}`,
      sms: 'Vous avez manqué votre rendez-vous avec {{ coach.name }}. Ce n’est pas grave : choisissez un nouvel horaire quand vous voulez.',
      push: ['Rendez-vous manqué ?', 'Ce n’est pas grave ! Choisissez un horaire qui vous convient mieux.'],
    },
    welcome: {
      subject: 'Bienvenue chez {{ partner.name }}',
      mail: `# Bienvenue

${hello}

Votre compte est prêt. Ce que vous avez réservé sans compte avec cette adresse y figure, ainsi que ce que vous réserverez désormais.

Ouvrir le compte : {{ calendar_link }}`,
    },
    unproven: {
      subject: 'Veuillez confirmer : {{ service.title }} avec {{ coach.name }}',
      mail: `# Confirmez votre réservation

${hello}

Il reste une étape : confirmez que c’est bien vous qui avez réservé. Le lien est valable {{ link_lifetime }} ; d’ici là, l’horaire est gardé pour vous.

${about}
Prix : {{ price }}

Confirmer la réservation : {{ confirm_link }}

Ce n’était pas vous ? Alors ne faites rien : rien ne sera réservé.`,
    },
  },
  coach: {
    requested: {
      subject: subjectForCoach,
      mail: `# Nouvelle demande

${helloCoach}

{{ lead.name }} demande {{ service.title }}.{% if date %} L’horaire est gardé jusqu’à votre réponse.{% endif %}

${forCoach}
${answers}

Accepter ou refuser : {{ calendar_link }}`,
      sms: `{{ lead.name }} demande {{ service.title }}${then}. Acceptez ou refusez.`,
      push: ['Nouvelle demande : {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    confirmed: {
      subject: subjectForCoach,
      mail: `# Nouvelle réservation

${helloCoach}

{{ lead.name }} a une réservation pour {{ service.title }}.

${fixedForCoach}
${answers}

${open}`,
      sms: `{{ lead.name }} a une réservation pour {{ service.title }}${then}`,
      push: ['Réservation : {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    declined: {
      subject: subjectForCoach,
      mail: `# Demande refusée

${helloCoach}

La demande de {{ lead.name }} est refusée.{% if date %} L’horaire est de nouveau libre.{% endif %}

${forCoach}
${reason}

${open}`,
      sms: `La demande de {{ lead.name }}${comma} est refusée.`,
      push: ['Demande refusée : {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    expired: {
      subject: subjectForCoach,
      mail: `# Demande expirée

${helloCoach}

La demande de {{ lead.name }} est restée sans réponse et a expiré.{% if date %} L’horaire est de nouveau libre.{% endif %}

${forCoach}

${open}`,
      sms: `La demande de {{ lead.name }}${comma} est restée sans réponse et a expiré.`,
      push: ['Demande expirée : {{ lead.name }}', `Restée sans réponse${then}`],
    },
    changed: {
      subject: subjectForCoach,
      mail: `# Nouvel horaire

${helloCoach}

Le rendez-vous avec {{ lead.name }} a été déplacé.

${fixedForCoach}
Avant : {{ old_when }}
${reason}

${open}`,
      sms: `Nouvel horaire de {{ lead.name }} : ${at}. Avant : {{ old_date }}, {{ old_time }}.`,
      push: ['Nouvel horaire : {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    cancelled: {
      subject: subjectForCoach,
      mail: `# Rendez-vous annulé

${helloCoach}

Le rendez-vous avec {{ lead.name }} est annulé.{% if date %} L’horaire est de nouveau libre.{% endif %}

${forCoach}
${reason}

${open}`,
      sms: `Annulé : {{ lead.name }}${comma}`,
      push: ['Annulé : {{ lead.name }}', `{{ service.title }}${comma}`],
    },
    reminder: {
      subject: 'Rappel : {{ lead.name }} {{ time_until }}',
      mail: `# Prochain rendez-vous {{ time_until }}

${helloCoach}

Petit rappel de votre rendez-vous avec {{ lead.name }}.

${fixedForCoach}

${open}`,
      sms: '{{ service.title }} avec {{ lead.name }} {{ time_until }}, à {{ time }} {{ zone }}. Connexion : {{ join_link }}',
      push: ['{{ lead.name }} {{ time_until }}', '{{ service.title }}, {{ time }}'],
    },
    conflict: {
      subject: subjectForCoach,
      mail: `# Votre calendrier est occupé à ce moment

${helloCoach}

« {{ busy_calendar }} » est occupé à l’heure de {{ service.title }} avec {{ lead.name }}. Le rendez-vous reste tel quel tant que vous ne le modifiez pas.

${fixedForCoach}

${open}`,
      sms: `"{{ busy_calendar }}" est occupé à l’heure de votre rendez-vous avec {{ lead.name }}${then}`,
      push: ['Conflit de calendrier : {{ lead.name }}', `« {{ busy_calendar }} » est occupé à ce moment${then}`],
    },
    welcome: {
      subject: 'Bienvenue chez {{ partner.name }}',
      mail: `# Bienvenue

${helloCoach}

Votre calendrier est prêt. Indiquez d’abord vos horaires et vos prestations, puis partagez l’adresse de votre page de réservation.

${open}`,
    },
  },
};

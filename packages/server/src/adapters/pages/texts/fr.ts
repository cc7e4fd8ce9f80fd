import type { PageTexts } from './phrases.ts';

export const fr: PageTexts = {
  book: 'Réserver avec {coach}',
  bookText: 'Voyez quand {coach} est libre et réservez un horaire.',
  booking: 'Votre réservation',
  noBooking: 'Ce lien n’ouvre aucune réservation',
  noBookingText: 'Il a peut-être expiré ou été remplacé. Utilisez le lien le plus récent ou demandez à votre coach.',
  nothing: 'Cette page n’existe pas',
  nothingText: 'Il n’y a rien à cette adresse. Veuillez vérifier le lien.',
  noCoachText: 'Aucun coach n’est à réserver à cette adresse. Veuillez vérifier le lien.',
  confirm: 'Confirmez votre réservation',
  verify: 'Confirmez votre adresse e-mail',
  refuse: 'Ce n’était pas moi',
  email: 'Confirmez votre nouvelle adresse e-mail',
  password: 'Choisissez un mot de passe',
  forgotten: 'Choisissez un autre mot de passe',
  noLink: 'Ce lien ne fonctionne pas',
  noLinkText:
    'Il a peut-être été coupé en route. Rouvrez-le depuis l’e-mail ou demandez-en un nouveau là où vous vous connectez.',
  calendar: 'Calendrier',
  deskText: 'Connectez-vous à votre calendrier et à vos réglages.',
  messages: 'Messages',
  notifications: 'Notifications',
  account: 'Mon compte',
  admin: 'Administration',
  choose: 'Quelle entreprise ?',
  chooseText:
    'Plusieurs entreprises travaillent avec ce serveur. Ouvrez {address}, avec le nom court de la vôtre à cet endroit.',
  closed: 'Fermé pour le moment',
  closedText:
    'Pour le moment, cette entreprise ne peut être ni réservée ni gérée ici. Rien n’est perdu. Demandez-lui comment continuer.',
  setup: 'Prêt à ouvrir',
  setupNoScript: 'Cette page a besoin de JavaScript. Sans lui : {command}',
  noDemo: 'Pas de démonstration ici',
  noDemoText: 'Ce serveur fonctionne sans données de démonstration.',
  bookNoScript: 'La réservation a besoin de JavaScript. Activez-le ou demandez un horaire à votre coach.',
  noScript: 'Cette page a besoin de JavaScript. Veuillez l’activer.',
};

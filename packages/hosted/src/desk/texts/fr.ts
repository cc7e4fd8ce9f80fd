import type { DeskTexts } from './phrases.ts';

export const fr: DeskTexts = {
  calendar: 'Calendrier',
  meetings: 'Réunions',
  statistics: 'Statistiques',
  abandoned: 'Réservations inachevées',
  propose: 'Proposer des horaires',
  services: 'Prestations',
  messages: 'Messages',
  notifications: 'Notifications',
  suggestions: 'Suggestions',
  recovery: 'Relances',
  connections: 'Connexions',
  account: 'Mon compte',
  pages: 'Pages',
  skip: 'Aller à la page',
  admin: 'Administration',
  notFound: 'Cette page n’existe pas',
  notFoundText: 'Il n’y a rien à cette adresse. Les pages qui existent sont ci-dessus.',
  forTeam: 'Pour les coachs et leur équipe',
  forTeamText:
    'Vous utilisez un compte de client. Pour voir une de vos réservations, ouvrez le lien reçu lors de la réservation. La façon dont vous vous connectez et qui voit votre profil se trouvent dans votre compte.',
};

import type { ResumeTexts } from './phrases.ts';

/** The texts of the page of a recovery's link, in French. */
export const fr: ResumeTexts = {
  title: 'Terminez votre réservation',
  about: '{service} avec {coach}. Rien n’est encore réservé.',
  noService: 'Ce que vous aviez choisi n’est plus proposé par {coach}. Veuillez choisir à nouveau.',
  stillFree: 'Votre horaire est encore libre : {when}',
  gone: 'L’horaire que vous aviez choisi est pris. Voici les plus proches qui sont libres :',
  goneNone: 'L’horaire que vous aviez choisi est pris. Veuillez en choisir un autre.',
  suggested: 'Ces horaires sont libres :',
  chooseTime: 'Veuillez choisir un horaire.',
  code: 'Votre code de réduction : {code}, jusqu’au {until}',
  stopTitle: 'Plus de rappels',
  stopText: 'Vous recevez ces messages parce que vous avez donné votre accord. Vous pouvez le retirer à tout moment.',
  stop: 'Ne plus me le rappeler',
  stopped: 'Vous ne recevrez plus de rappel à ce sujet, et vos données sont supprimées.',
  usedTitle: 'Vous avez réservé',
  usedText:
    'Ce lien servait à une réservation. Ce qu’il faut savoir à son sujet se trouve dans l’e-mail de confirmation.',
  withdrawnTitle: 'Plus de rappels',
  withdrawnText:
    'Vous avez demandé à ne plus recevoir de rappel : vos données ont été supprimées. Vous pouvez réserver quand vous voulez.',
  expiredTitle: 'Ce lien a expiré',
  expiredText:
    'Il était valable sept jours. Vous pouvez toujours réserver : choisissez un horaire sur la page de réservation.',
  bookCoach: 'Réserver avec {coach}',
  deadTitle: 'Ce lien n’ouvre rien',
  dead: 'Il a peut-être été coupé en route, ou ce qu’il ouvrait a été supprimé. Veuillez l’ouvrir à nouveau depuis le message.',
  offline: 'Le serveur est injoignable. Veuillez réessayer quand vous serez en ligne.',
  limited: 'Trop de tentatives. Veuillez patienter un peu avant de réessayer.',
  setup: 'Ce n’est pas possible à cette adresse.',
  server: 'Un problème est survenu de notre côté. Veuillez réessayer.',
  again: 'Réessayer',
  busy: 'Un instant…',
};

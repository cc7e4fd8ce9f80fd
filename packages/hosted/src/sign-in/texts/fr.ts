import type { PageTexts } from './phrases.ts';

export const fr: PageTexts = {
  title: 'Connectez-vous à votre agenda',
  email: 'E-mail',
  password: 'Mot de passe',
  signIn: 'Se connecter',
  forgotten: 'Mot de passe oublié ?',
  busy: 'Un instant…',
  signOut: 'Se déconnecter',
  required: 'Veuillez remplir ce champ.',
  wrong: 'Cet e-mail et ce mot de passe ne vont pas ensemble.',
  codeTitle: 'Encore une étape',
  codeText:
    'Saisissez les six chiffres que montre votre application d’authentification, ou l’un de vos codes de secours.',
  code: 'Code',
  codeWrong: 'Ce code n’est pas le bon, ou a déjà servi.',
  codeLate: 'C’était trop long. Veuillez vous reconnecter.',
  back: 'Retour',
  limited: 'Trop de tentatives. Patientez un moment avant de réessayer.',
  offline: 'Le serveur est injoignable. Rien n’est perdu : réessayez une fois connecté.',
  server: 'Une erreur s’est produite de notre côté. Veuillez réessayer.',
  setup: 'On ne peut pas se connecter à cette adresse.',
  ended: 'Votre session est terminée. Reconnectez-vous.',
  choose: 'L’agenda de qui ?',
  noCoaches: 'Il n’y a pas encore de coach.',
  retry: 'Réessayer',
  otherCoach: 'Autre coach',
  demo: 'Pour essayer : {email} avec le mot de passe {password}',
  account: 'Mon compte',
  needsFactor:
    'Votre compte d’administration a besoin d’un second facteur avant de continuer : un code d’une application de votre téléphone.',
  setUpFactor: 'Le configurer',
};

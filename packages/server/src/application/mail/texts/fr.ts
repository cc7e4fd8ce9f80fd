import type { MailTexts } from './mail-text.ts';

const notYou =
  'Si ce n’était pas vous, choisissez tout de suite un autre mot de passe : cela ferme toutes les sessions.';
const choose = 'Choisir un autre mot de passe';

export const fr: MailTexts = {
  language: 'fr',
  dir: 'ltr',
  greeting: 'Bonjour {name},',
  greetingWithoutName: 'Bonjour,',
  roles: { client: 'client', coach: 'coach', staff: 'membre d’une équipe', admin: 'administration' },
  unknownDevice: 'un appareil inconnu',
  email_verification: {
    subject: 'Confirmez votre adresse e-mail pour {product}',
    reason:
      'Le {when}, un compte a été créé chez {product} avec cette adresse. Nom : {given}. Rôle : {role}. S’il est à vous, confirmez l’adresse avec votre mot de passe. Les réservations que vous avez faites auparavant avec elle seront alors aussi dans votre compte.',
    action: 'Confirmer cette adresse',
    limit: 'Le lien est valable {time}.',
    unasked:
      'Si ce n’était pas vous, rien ne se passe sans le lien et le mot de passe. Vous pouvez faire fermer le compte :',
    refuse: 'Ce n’était pas moi',
  },
  password_reset: {
    subject: 'Choisissez un nouveau mot de passe pour {product}',
    reason: 'Quelqu’un, sans doute vous, a demandé à choisir un nouveau mot de passe pour votre compte chez {product}.',
    action: 'Choisir un nouveau mot de passe',
    limit: 'Le lien est valable une fois et {time}. Un nouveau mot de passe ferme toutes vos sessions.',
    unasked: 'Si ce n’était pas vous, ne faites rien : votre mot de passe reste le même.',
  },
  invitation: {
    subject: 'Votre compte chez {product}',
    reason: '{product} a créé un compte pour vous. Rôle : {role}. Choisissez un mot de passe pour l’ouvrir.',
    action: 'Choisir un mot de passe',
    limit: 'Le lien est valable une fois et {time}.',
    unasked:
      'Si vous ne connaissez pas {product}, ne faites rien : sans le lien, personne ne peut se connecter au compte.',
  },
  email_change: {
    subject: 'Confirmez votre nouvelle adresse e-mail pour {product}',
    reason: 'Cette adresse doit remplacer celle de votre compte chez {product}.',
    action: 'Confirmer la nouvelle adresse',
    limit: 'Le lien est valable {time}, avec votre mot de passe.',
    unasked: 'Si ce n’était pas vous, ne faites rien : sans le lien, rien ne change.',
  },
  account_exists: {
    subject: 'Vous avez un compte chez {product}',
    reason:
      'Quelqu’un, peut-être vous, a voulu utiliser cette adresse pour un compte chez {product}. Elle en a déjà un : connectez-vous, ou choisissez un autre mot de passe.',
    action: choose,
    limit: 'Le lien est valable une fois et {time}.',
    unasked: 'Si ce n’était pas vous, ne faites rien : votre compte reste tel quel, et personne n’en a rien su.',
  },
  password_changed: {
    subject: 'Votre mot de passe chez {product} a été changé',
    reason: 'Le {when}, le mot de passe de votre compte chez {product} a été changé.',
    unasked: notYou,
    action: choose,
  },
  email_changing: {
    subject: 'Votre adresse e-mail chez {product} va changer',
    reason:
      'Le {when}, quelqu’un qui connaît votre mot de passe a demandé une autre adresse e-mail pour votre compte chez {product}.',
    unasked: 'Si ce n’était pas vous, choisissez tout de suite un autre mot de passe : alors rien ne changera.',
    action: choose,
  },
  email_changed: {
    subject: 'Votre adresse e-mail chez {product} a été changée',
    reason: 'Depuis le {when}, votre compte chez {product} a une autre adresse e-mail à la place de celle-ci.',
    unasked: 'Si ce n’était pas vous, écrivez tout de suite à {product} : cette adresse n’ouvre plus le compte.',
  },
  role_changed: {
    subject: 'Votre rôle chez {product} a été changé',
    reason: 'Depuis le {when}, votre rôle chez {product} est : {role}. Veuillez vous reconnecter.',
    unasked: 'Si vous ne vous y attendiez pas, demandez à {product}.',
  },
  new_device: {
    subject: 'Une nouvelle connexion à votre compte chez {product}',
    reason:
      'Le {when}, quelqu’un s’est connecté à votre compte chez {product} depuis un nouveau lieu ou avec un nouvel appareil : {device}.',
    unasked: notYou,
    action: choose,
  },
  second_factor_enabled: {
    subject: 'Se connecter chez {product} demande désormais aussi un code',
    reason: 'Le {when}, un second facteur a été activé pour votre compte chez {product}.',
    unasked:
      'Si ce n’était pas vous, choisissez tout de suite un autre mot de passe, et demandez à {product} de retirer le second facteur.',
    action: choose,
  },
  second_factor_disabled: {
    subject: 'Se connecter chez {product} ne demande plus de code',
    reason: 'Le {when}, le second facteur de votre compte chez {product} a été désactivé.',
    unasked: notYou,
    action: choose,
  },
  calendar_failed: {
    subject: 'Un autre agenda est illisible : {product}',
    reason:
      'chez {product}, le temps occupé de vos autres agendas compte aussi, mais ceux-ci sont illisibles depuis plus d’un jour : {calendars}. D’ici là, ce qui a été lu en dernier compte, ou rien ne peut être réservé, selon votre choix pour chacun.',
    unasked:
      'La page dit ce qui ne va pas. Souvent, il faut recopier l’adresse secrète. Tant que cela dure, vous en êtes averti une fois par jour.',
    action: 'Ouvrir vos connexions',
  },
  connection_revoked: {
    subject: 'Un compte est à reconnecter : {product}',
    reason:
      'chez {product}, la connexion à ces comptes a pris fin, car le fournisseur ne l’accepte plus : {accounts}. Leurs agendas ne sont ni lus ni écrits, et aucune réunion n’y est créée, tant que vous ne les reconnectez pas.',
    unasked:
      'Cela arrive quand un mot de passe a changé, que l’accès a été retiré chez le fournisseur ou qu’il n’a pas servi longtemps. Toutes vos réservations sont là.',
    action: 'Reconnecter',
  },
  meetings_limited: {
    subject: 'Zoom est près de sa limite du jour : {product}',
    reason:
      'Zoom crée ou déplace au plus 100 réunions d’un hôte par jour, et 90 des vôtres chez {product} sont utilisées. À partir de 100, les séances réservées ou déplacées reçoivent leur réunion après minuit UTC.',
    unasked:
      'Les réservations continuent comme d’habitude et le lien de chaque séance reste : il mène à la réunion dès qu’il y en a une.',
  },
  record_failed: {
    subject: 'Séances absentes chez le fournisseur : {product}',
    reason:
      'chez {product}, ces séances sont réservées, mais le fournisseur n’a ni réunion ni entrée d’agenda pour elles : {sessions}. Qui suit le lien arrive dans la salle que la prestation prévoit pour cela, ou est invité à vous écrire.',
    unasked:
      'De nouveaux essais ont lieu jusqu’à leur début, et personne n’est empêché de réserver. Ouvrez vos connexions : un compte doit peut-être être reconnecté. Sinon, dites à vos clients comment vous retrouver.',
    action: 'Ouvrir les connexions',
  },
  changed_there: {
    subject: 'Séances à une autre heure dans votre agenda : {product}',
    reason:
      'des séances chez {product} ont été déplacées ou supprimées dans un agenda où elles sont inscrites : {sessions}. Ce sont les heures des réservations, qui n’ont pas changé ; vos clients viendront alors.',
    unasked:
      'Si l’agenda se trompe, rétablissez les séances sur la page de vos connexions. Si une séance doit avoir lieu à une autre heure, déplacez sa réservation : l’agenda suit, et votre client reçoit un message.',
    action: 'Ouvrir les connexions',
  },
};

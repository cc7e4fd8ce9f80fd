import type { MailTexts } from '../mail-texts.ts';

export const fr: MailTexts = {
  language: 'fr',
  dir: 'ltr',
  greeting: 'Bonjour {name},',
  greetingWithoutName: 'Bonjour,',
  email_verification: {
    subject: 'Confirmez votre adresse e-mail pour {product}',
    why: 'Merci de confirmer que cette adresse est la vôtre. Les réservations que vous avez faites avec elle seront alors aussi dans votre compte.',
    action: 'Confirmer cette adresse',
    limit: 'Le lien est valable {time}.',
    unasked: 'Si vous n’avez pas de compte chez {product}, ne faites rien : sans le lien, rien ne se passe.',
  },
  password_reset: {
    subject: 'Choisissez un nouveau mot de passe pour {product}',
    why: 'Quelqu’un, sans doute vous, a demandé à choisir un nouveau mot de passe pour votre compte chez {product}.',
    action: 'Choisir un nouveau mot de passe',
    limit: 'Le lien est valable une seule fois, pendant {time}. Un nouveau mot de passe met fin à toutes vos sessions.',
    unasked: 'Si ce n’était pas vous, ne faites rien : votre mot de passe reste le même.',
  },
};

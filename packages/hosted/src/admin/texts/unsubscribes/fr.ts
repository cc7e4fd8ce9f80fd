import type { en } from './en.ts';

/** The texts of the admin page about unsubscribes, in French. */
export const unsubscribes: Readonly<Record<keyof typeof en, string>> = {
  unsubscribes: 'Désinscriptions',
  optOutsText:
    'Qui ne veut plus de messages d’aucun de vos coachs. Des adresses, seule une empreinte est conservée, et elle survit à un effacement : aucune liste ne peut montrer à qui elles sont, mais vous pouvez en chercher une.',
  optOutContact: 'E-mail ou numéro de téléphone',
  optOutContactHint: 'un numéro avec + et le pays',
  optOutSearch: 'Chercher',
  optOutAll: 'Tout montrer',
  optOutHow: 'Comment',
  optOutWhat: 'N’est plus envoyé',
  optOutSince: 'Depuis',
  way_unsubscribe: 'Par le lien d’un e-mail',
  way_sms_stop: 'Par STOP en réponse à un SMS',
  optOutAllSms: 'Tous les SMS',
  optOutAllMail: 'Tous les e-mails',
  noOptOuts: 'Personne ne s’est désinscrit.',
  noOptOut: 'Cette adresse ne s’est désinscrite de rien.',
  optOutRemove: 'Retirer',
  optOutRemoveOf: 'Retirer : {what}, {since}',
  optOutRemoveTitle: 'Cette personne doit-elle les recevoir à nouveau ?',
  optOutRemoveText: 'Seulement si la personne vous l’a demandé. C’est écrit dans le journal.',
  optOutRemoveStop:
    'Après un STOP, la personne doit aussi répondre START à votre numéro : d’ici là, Twilio refuse chaque SMS et la désinscription est notée à nouveau.',
  optOutRemoved: 'Retirée.',
  error_contact: 'Ce n’est ni une adresse e-mail ni un numéro de téléphone.',
};

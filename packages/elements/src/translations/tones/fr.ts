import type { Texts } from '../phrases.ts';

/** The texts that differ where a French reader is a tu. */
const informal: Partial<Texts> = {
  services: 'Que veux-tu réserver\u00a0?',
  picker: 'Choisis un jour et une heure',
  zoneYours: 'le tien',
  noneAhead: 'Reviens voir un peu plus tard.',
  details: 'Tes coordonnées',
  required: 'Remplis ce champ.',
  invalid: 'Vérifie ce champ.',
  invalidEmail: 'Saisis une adresse comme nom@example.com.',
  invalidPhone: 'Saisis un numéro comme +33 6 00 00 00 00.',
  codeNow: 'Ton prix\u00a0:',
  codeUnknown: 'Ce code n’est pas connu ici. Vérifie ses lettres.',
  codeService: 'Ce code ne vaut pas pour ce que tu réserves.',
  codeRefused: 'Ton code ne vaut pas pour cette réservation. Corrige-le, ou retire-le pour réserver au prix habituel.',
  invalidNumber: 'Saisis un nombre, par exemple 12 ou 12,5.',
  invalidDate: 'Saisis une date.',
  choose: 'Choisis',
  held: 'Gardé pour toi pendant {time}',
  heldLeft: 'Ton horaire est gardé encore {seconds} secondes.',
  pending: 'Ta demande est chez {coach}',
  linkFollows: '{coach} t’envoie le lien pour participer.',
  prove: 'Consulte ta messagerie',
  proveText:
    'Nous avons écrit à {email}. Appuie sur le bouton de cet e-mail dans les 30 minutes, et la séance est à toi. Cette page continue alors d’elle-même.',
  proveUntil: 'L’horaire est gardé pour toi jusqu’à {time}.',
  manageInMail: 'Le lien pour modifier ou annuler se trouve dans ton e-mail.',
  takenNone: 'Cet horaire vient d’être pris. Choisis-en un autre.',
  expired: 'L’horaire n’est plus gardé pour toi. Garde-le de nouveau ou choisis-en un autre.',
  offline: 'Tu es hors ligne. Rien n’est perdu\u00a0: réessaie quand la connexion revient.',
  unreachable: 'Le service de réservation est injoignable. Réessaie.',
  limited: 'Cela fait beaucoup de demandes. Patiente un instant et réessaie.',
  addressFull:
    'Aucune autre réservation n’est acceptée depuis ta connexion pour le moment. Réessaie plus tard, ou demande directement.',
  emailFull:
    'Cette adresse e-mail a déjà autant de séances à venir que possible. Pour en réserver d’autres, connecte-toi avec elle, ou demande directement.',
  check: 'Montre que tu es une personne',
  checkExpired: 'La vérification a expiré. Refais-la.',
  checkFirst: 'Fais d’abord la vérification de ce formulaire. Si tu n’en vois pas, recharge la page.',
  checkAgain: 'La vérification n’a pas réussi. Refais-la.',
  server: 'Quelque chose n’a pas marché de notre côté. Rien n’est perdu\u00a0: réessaie.',
  fields: 'Vérifie ce qui est signalé ci-dessous.',
  closed: 'Cet établissement est fermé pour le moment. Demande-lui comment continuer.',
  yourBooking: 'Ta réservation',
  present: 'Ton horaire actuel\u00a0:',
  asksAgain:
    '{coach} doit accepter le nouvel horaire. L’ancien est libéré aussitôt\u00a0: d’ici là, tu n’as pas de séance.',
  newLinkMade: 'Le lien qui a ouvert cette page ne marche plus. Garde celui-ci\u00a0:',
  moved: 'Ta réservation a été déplacée.',
  nameRequired: 'Indique-nous ton nom.',
  emailRequired: 'Indique-nous ton adresse e-mail.',
  heldNow: 'Cet horaire est gardé pour toi.',
};

export default informal;

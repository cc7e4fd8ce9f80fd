import type { GateTexts } from './phrases.ts';

export const fr: GateTexts = {
  title: 'Quelle entreprise ?',
  text: 'Plusieurs entreprises travaillent avec ce serveur. Saisissez le nom court de la vôtre ; il figure dans les liens que vous avez reçus.',
  slug: 'Nom court',
  go: 'Continuer',
  required: 'Veuillez remplir ce champ.',
  unknown: 'Aucune entreprise ne porte ce nom ici. Vérifiez le lien, ou saisissez le nom court.',
  closedTitle: 'Fermé pour le moment',
  closed:
    'Pour le moment, cette entreprise ne peut être ni réservée ni gérée ici. Rien n’est perdu. Demandez-lui comment continuer.',
};

import type { PushTexts } from './en.ts';

export const fr: PushTexts = {
  title: 'Notifications push',
  text: 'Une notification push arrive sur cet appareil même si aucune de nos pages n’est ouverte. Ce qu’elle dit peut se lire sur un écran verrouillé.',
  chosen: 'Vous choisissez ci-dessus quels messages arrivent en push.',
  unsupported:
    'Ce navigateur n’affiche pas de notifications push. Sur un iPhone ou un iPad, mettez d’abord cette page sur l’écran d’accueil.',
  forbidden: 'Ce navigateur les interdit pour cette page. Autorisez les notifications dans ses réglages, puis revenez.',
  off: 'Désactivées sur cet appareil.',
  on: 'Activées sur cet appareil.',
  switchOn: 'Activer ici',
  switchOff: 'Désactiver ici',
  refused: 'Non activées : le navigateur ne l’a pas permis.',
  failed: 'Non activées : le service push de ce navigateur est injoignable.',
  switchedOn: 'Les notifications push arrivent désormais sur cet appareil.',
  switchedOff: 'Cet appareil ne reçoit plus de notifications push.',
  others: 'Autres appareils',
  device: 'Par {service}, depuis le {when}',
  remove: 'Retirer',
  removed: 'Retiré.',
};

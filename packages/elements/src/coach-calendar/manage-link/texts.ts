import type { PerLanguage } from '../../internal/i18n/language.ts';
import { translationOf } from '../../internal/i18n/translation.ts';

/** The texts of the folded part about a booking's manage link. `{…}` are filled in. */
const en = {
  hint: 'Whoever has the manage link may see, move and cancel this booking. A new one, or withdrawing it, ends those that are out.',
  renew: 'Make a new manage link',
  revoke: 'Withdraw the manage link',
  made: 'The links that were out work no longer. Send this one to {name}: it is shown only now.',
  until: 'It works until {until}.',
  revoked: 'The links that were out work no longer. There is none until you make a new one.',
  link: 'New manage link',
  copy: 'Copy',
  copied: 'Copied.',
  notCopied: 'The browser does not let us copy. The text is selected: copy it yourself.',
};

export type LinkTexts = Readonly<typeof en>;

const languages: PerLanguage<LinkTexts> = {
  en,
  de: {
    hint: 'Wer den Verwaltungslink hat, kann diese Buchung sehen, verschieben und absagen. Ein neuer Link beendet die bisherigen, das Zurückziehen ebenso.',
    renew: 'Neuen Verwaltungslink machen',
    revoke: 'Verwaltungslink zurückziehen',
    made: 'Die bisherigen Links gelten nicht mehr. Schicken Sie diesen an {name}: Er wird nur jetzt gezeigt.',
    until: 'Er gilt bis {until}.',
    revoked: 'Die bisherigen Links gelten nicht mehr. Es gibt keinen, bis Sie einen neuen machen.',
    link: 'Neuer Verwaltungslink',
    copy: 'Kopieren',
    copied: 'Kopiert.',
    notCopied: 'Der Browser lässt uns nicht kopieren. Der Text ist markiert: Kopieren Sie ihn selbst.',
  },
  es: {
    hint: 'Quien tenga el enlace de gestión puede ver, mover y cancelar esta reserva. Uno nuevo, o retirarlo, termina con los que circulan.',
    renew: 'Crear un enlace de gestión nuevo',
    revoke: 'Retirar el enlace de gestión',
    made: 'Los enlaces anteriores ya no funcionan. Envíe este a {name}: solo se muestra ahora.',
    until: 'Funciona hasta el {until}.',
    revoked: 'Los enlaces anteriores ya no funcionan. No hay ninguno hasta que cree uno nuevo.',
    link: 'Nuevo enlace de gestión',
    copy: 'Copiar',
    copied: 'Copiado.',
    notCopied: 'El navegador no nos deja copiar. El texto está seleccionado: cópielo usted.',
  },
  fr: {
    hint: 'Quiconque a le lien de gestion peut voir, déplacer et annuler cette réservation. Un nouveau lien, ou son retrait, met fin à ceux qui circulent.',
    renew: 'Créer un nouveau lien de gestion',
    revoke: 'Retirer le lien de gestion',
    made: 'Les liens précédents ne marchent plus. Envoyez celui-ci à {name} : il n’est montré que maintenant.',
    until: 'Il marche jusqu’au {until}.',
    revoked: 'Les liens précédents ne marchent plus. Il n’y en a aucun tant que vous n’en créez pas.',
    link: 'Nouveau lien de gestion',
    copy: 'Copier',
    copied: 'Copié.',
    notCopied: 'Le navigateur ne nous laisse pas copier. Le texte est sélectionné : copiez-le vous-même.',
  },
  ar: {
    hint: 'يمكن لكل من لديه رابط الإدارة رؤية هذا الحجز ونقله وإلغاؤه. إنشاء رابط جديد أو سحب الرابط يوقف الروابط السابقة.',
    renew: 'إنشاء رابط إدارة جديد',
    revoke: 'سحب رابط الإدارة',
    made: 'لم تعد الروابط السابقة تعمل. أرسل هذا إلى {name}: لا يظهر إلا الآن.',
    until: 'يعمل حتى {until}.',
    revoked: 'لم تعد الروابط السابقة تعمل. لا يوجد رابط حتى تنشئ واحدًا جديدًا.',
    link: 'رابط الإدارة الجديد',
    copy: 'نسخ',
    copied: 'نُسخ.',
    notCopied: 'لا يسمح لنا المتصفح بالنسخ. النص محدد: انسخه بنفسك.',
  },
};

/** Returns the texts for a BCP 47 tag. */
export function linkTexts(language: string): LinkTexts {
  return translationOf<LinkTexts>(languages, language).texts;
}

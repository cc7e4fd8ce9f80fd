import { sayer, type Say } from '../../internal/i18n/say.ts';
import type { PerLanguage } from '../../internal/i18n/language.ts';
import { translationOf } from '../../internal/i18n/translation.ts';

/** The texts of the panel of unusual bookings. `{…}` are filled in. */
const en = {
  address: 'From one internet address, made between {from} and {to}',
  email: 'With e-mails alike, made between {from} and {to}',
  hint: 'What you have confirmed, moved or noted yourself stays, and so does what clients booked who signed in.',
  block: 'Take nothing from this internet address for 24 hours',
  remove: 'Remove all ({count})',
  check: 'Really cancel all of them ({count})? Nobody is told, and it cannot be undone.',
  yes: 'Yes, cancel them',
  none: 'There is nothing left to remove.',
};

type BurstTexts = Readonly<typeof en>;

const languages: PerLanguage<BurstTexts> = {
  en,
  de: {
    address: 'Von einer Internetadresse, gebucht zwischen {from} und {to}',
    email: 'Mit ähnlichen E-Mail-Adressen, gebucht zwischen {from} und {to}',
    hint: 'Was Sie selbst bestätigt, verschoben oder mit Notizen versehen haben, bleibt; ebenso, was angemeldete Kunden gebucht haben.',
    block: '24 Stunden lang nichts von dieser Internetadresse annehmen',
    remove: 'Alle entfernen ({count})',
    check: 'Wirklich alle absagen ({count})? Niemand wird benachrichtigt, und es lässt sich nicht rückgängig machen.',
    yes: 'Ja, absagen',
    none: 'Es ist nichts mehr zu entfernen.',
  },
  es: {
    address: 'Desde una misma dirección de internet, hechas entre {from} y {to}',
    email: 'Con correos parecidos, hechas entre {from} y {to}',
    hint: 'Se queda lo que usted ha confirmado, movido o anotado, y lo que reservaron clientes con la sesión iniciada.',
    block: 'No aceptar nada de esta dirección de internet durante 24 horas',
    remove: 'Quitar todas ({count})',
    check: '¿Cancelarlas todas de verdad ({count})? No se avisa a nadie y no se puede deshacer.',
    yes: 'Sí, cancelar',
    none: 'Ya no queda nada que quitar.',
  },
  fr: {
    address: 'Depuis une même adresse internet, faites entre {from} et {to}',
    email: 'Avec des e-mails semblables, faites entre {from} et {to}',
    hint: 'Ce que vous avez confirmé, déplacé ou annoté reste, comme ce que des clients connectés ont réservé.',
    block: 'Ne rien accepter de cette adresse internet pendant 24 heures',
    remove: 'Tout retirer ({count})',
    check: 'Vraiment tout annuler ({count}) ? Personne n’est prévenu, et c’est définitif.',
    yes: 'Oui, annuler',
    none: 'Il n’y a plus rien à retirer.',
  },
  ar: {
    address: 'من عنوان إنترنت واحد، بين {from} و{to}',
    email: 'ببريد إلكتروني متشابه، بين {from} و{to}',
    hint: 'يبقى ما أكدته أو نقلته أو دوّنت عليه بنفسك، وكذلك ما حجزه العملاء المسجلون.',
    block: 'عدم قبول أي شيء من عنوان الإنترنت هذا لمدة 24 ساعة',
    remove: 'إزالة الكل ({count})',
    check: 'هل تريد حقًا إلغاءها كلها ({count})؟ لن يُبلَّغ أحد ولا يمكن التراجع.',
    yes: 'نعم، إلغاؤها',
    none: 'لم يبقَ ما يُزال.',
  },
};

/** Returns the translator of this panel for a BCP 47 tag. */
export function burstSayer(language: string): Say<keyof BurstTexts> {
  return sayer(translationOf<BurstTexts>(languages, language));
}

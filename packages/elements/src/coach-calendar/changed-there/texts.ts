import type { PerLanguage } from '../../internal/i18n/language.ts';
import { translationOf } from '../../internal/i18n/translation.ts';

/** The texts about a booking that is different in a connected calendar. `{…}` are filled in. */
const en = {
  moved: 'Moved in {calendar}',
  deleted: 'Not found in {calendar} any more',
  there: 'There: {span}',
  booked: 'The booking is as it was, and your client comes at the booked time.',
  since: 'Noticed on {at}.',
  putBack: 'Put it back there',
  move: 'Move the booking too',
  cancel: 'Cancel the booking',
  writing: 'It is being written.',
  failed: 'It could not be written, and is tried again.',
  done: 'It is in {calendar} again as it is booked.',
  begun: 'The session has begun, so it stays there as it is.',
  gone: 'It is not written into this calendar any more.',
};

export type ThereTexts = Readonly<typeof en>;

const languages: PerLanguage<ThereTexts> = {
  en,
  de: {
    moved: 'In {calendar} verschoben',
    deleted: 'In {calendar} nicht mehr zu finden',
    there: 'Dort: {span}',
    booked: 'Die Buchung ist, wie sie war: Die Person kommt zur gebuchten Zeit.',
    since: 'Bemerkt am {at}.',
    putBack: 'Dort wiederherstellen',
    move: 'Buchung auch verschieben',
    cancel: 'Buchung absagen',
    writing: 'Sie wird geschrieben.',
    failed: 'Sie konnte nicht geschrieben werden; es wird wieder versucht.',
    done: 'Sie steht in {calendar} wieder so, wie sie gebucht ist.',
    begun: 'Der Termin hat begonnen, darum bleibt er dort, wie er ist.',
    gone: 'Sie wird nicht mehr in diesen Kalender geschrieben.',
  },
  es: {
    moved: 'Movida en {calendar}',
    deleted: 'Ya no se encuentra en {calendar}',
    there: 'Allí: {span}',
    booked: 'La reserva sigue igual: su cliente viene a la hora reservada.',
    since: 'Visto el {at}.',
    putBack: 'Restablecerla allí',
    move: 'Mover también la reserva',
    cancel: 'Cancelar la reserva',
    writing: 'Se está escribiendo.',
    failed: 'No se pudo escribir y se vuelve a intentar.',
    done: 'Está otra vez en {calendar} tal como se reservó.',
    begun: 'La sesión ha empezado, así que allí se queda como está.',
    gone: 'Ya no se escribe en este calendario.',
  },
  fr: {
    moved: 'Déplacée dans {calendar}',
    deleted: 'Introuvable désormais dans {calendar}',
    there: 'Là-bas : {span}',
    booked: 'La réservation est inchangée : votre client vient à l’heure réservée.',
    since: 'Constaté le {at}.',
    putBack: 'La rétablir là-bas',
    move: 'Déplacer aussi la réservation',
    cancel: 'Annuler la réservation',
    writing: 'Inscription en cours.',
    failed: 'L’inscription a échoué ; un nouvel essai suivra.',
    done: 'Elle figure de nouveau dans {calendar} comme réservée.',
    begun: 'La séance a commencé ; elle y reste donc telle quelle.',
    gone: 'Elle n’est plus inscrite dans cet agenda.',
  },
  ar: {
    moved: 'نُقل في {calendar}',
    deleted: 'لم يعد موجودًا في {calendar}',
    there: 'هناك: {span}',
    booked: 'الحجز كما كان: يأتي عميلك في الوقت المحجوز.',
    since: 'لوحظ في {at}.',
    putBack: 'إعادته إلى مكانه هناك',
    move: 'نقل الحجز أيضًا',
    cancel: 'إلغاء الحجز',
    writing: 'تجري كتابته.',
    failed: 'تعذّرت كتابته، وستُعاد المحاولة.',
    done: 'عاد إلى {calendar} كما هو محجوز.',
    begun: 'بدأت الجلسة، فيبقى هناك كما هو.',
    gone: 'لم يعد يُكتب في هذا التقويم.',
  },
};

/** Returns the texts for a BCP 47 tag. */
export function thereTexts(language: string): ThereTexts {
  return translationOf<ThereTexts>(languages, language).texts;
}

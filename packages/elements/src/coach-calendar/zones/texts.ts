import { sayer, type Say } from '../../internal/i18n/say.ts';
import type { PerLanguage } from '../../internal/i18n/language.ts';
import { translationOf } from '../../internal/i18n/translation.ts';

/** The texts of the panel about a new law of the zone. `{…}` are filled in. */
const en = {
  hint: 'The clock changes of your time zone are others than they were when this was agreed. Nothing has moved in itself, but your calendar now shows it at another local time.',
  agreed: 'Agreed: {moment}',
  shown: 'Now: {moment}',
  left: 'Could not be shifted.',
  shift: 'Shift all by {by}',
  shiftToAgreed: 'Shift all to the agreed time',
  keep: 'Leave as they are',
  none: 'There is nothing left to decide.',
};

type ZonesTexts = Readonly<typeof en>;

const languages: PerLanguage<ZonesTexts> = {
  en,
  de: {
    hint: 'Die Zeitumstellung Ihrer Zeitzone ist eine andere als zu der Zeit, als dies vereinbart wurde. An sich hat sich nichts verschoben, aber Ihr Kalender zeigt es nun zu einer anderen Ortszeit.',
    agreed: 'Vereinbart: {moment}',
    shown: 'Jetzt: {moment}',
    left: 'Ließ sich nicht verschieben.',
    shift: 'Alle um {by} verschieben',
    shiftToAgreed: 'Alle auf die vereinbarte Zeit verschieben',
    keep: 'So lassen',
    none: 'Es ist nichts mehr zu entscheiden.',
  },
  es: {
    hint: 'Los cambios de hora de su zona horaria ya no son los de cuando se acordó esto. En sí nada se ha movido, pero su calendario lo muestra ahora a otra hora local.',
    agreed: 'Acordado: {moment}',
    shown: 'Ahora: {moment}',
    left: 'No se pudo mover.',
    shift: 'Mover todo {by}',
    shiftToAgreed: 'Mover todo a la hora acordada',
    keep: 'Dejarlo como está',
    none: 'Ya no queda nada que decidir.',
  },
  fr: {
    hint: 'Les changements d’heure de votre fuseau ne sont plus ceux du moment où cela a été convenu. En soi rien n’a bougé, mais votre calendrier l’affiche désormais à une autre heure locale.',
    agreed: 'Convenu : {moment}',
    shown: 'Maintenant : {moment}',
    left: 'N’a pas pu être décalé.',
    shift: 'Tout décaler de {by}',
    shiftToAgreed: 'Tout remettre à l’heure convenue',
    keep: 'Laisser tel quel',
    none: 'Il n’y a plus rien à décider.',
  },
  ar: {
    hint: 'تغيّرت قواعد الساعة في منطقتك الزمنية عمّا كانت عليه عند الاتفاق. لم يتحرك شيء في ذاته، لكن تقويمك يعرضه الآن في وقت محلي آخر.',
    agreed: 'المتفق عليه: {moment}',
    shown: 'الآن: {moment}',
    left: 'تعذّر نقله.',
    shift: 'نقل الكل {by}',
    shiftToAgreed: 'نقل الكل إلى الوقت المتفق عليه',
    keep: 'تركها كما هي',
    none: 'لم يبقَ ما يُقرَّر.',
  },
};

/** Returns the translator of this panel for a BCP 47 tag. */
export function zonesSayer(language: string): Say<keyof ZonesTexts> {
  return sayer(translationOf<ZonesTexts>(languages, language));
}

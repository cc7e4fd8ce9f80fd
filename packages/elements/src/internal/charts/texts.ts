import type { DeskLanguage } from '../i18n/language.ts';
import { translationOf } from '../i18n/translation.ts';

/** The texts of a chart. `{…}` are filled in. */
export interface ChartTexts {
  readonly none: string;
  /** The text for one measurement. */
  readonly one: string;
  readonly many: string;
  /** The summary of one measurement, and of several. */
  readonly only: string;
  readonly span: string;
  /** A summary with the change per week. */
  readonly rate: string;
  readonly table: string;
  readonly date: string;
}

export const chartTexts: Readonly<Record<DeskLanguage, ChartTexts>> = {
  en: {
    none: 'Nothing has been measured in this time.',
    one: '{label} on {to}: {last}.',
    many: '{label} from {from} to {to}: first {first}, last {last}, change {change}; lowest {low}, highest {high}.',
    only: '{to}',
    span: 'From {from} to {to}',
    rate: '{span}, {rate} a week',
    table: 'Show as a table',
    date: 'Date',
  },
  de: {
    none: 'In dieser Zeit wurde nichts gemessen.',
    one: '{label} am {to}: {last}.',
    many: '{label} vom {from} bis {to}: zuerst {first}, zuletzt {last}, Änderung {change}; niedrigster Wert {low}, höchster {high}.',
    only: '{to}',
    span: 'Von {from} auf {to}',
    rate: '{span}, {rate} pro Woche',
    table: 'Als Tabelle zeigen',
    date: 'Datum',
  },
  es: {
    none: 'No se ha medido nada en este tiempo.',
    one: '{label} el {to}: {last}.',
    many: '{label} del {from} al {to}: primero {first}, último {last}, cambio {change}; mínimo {low}, máximo {high}.',
    only: '{to}',
    span: 'De {from} a {to}',
    rate: '{span}, {rate} por semana',
    table: 'Mostrar como tabla',
    date: 'Fecha',
  },
  fr: {
    none: 'Rien n’a été mesuré pendant cette période.',
    one: '{label} le {to} : {last}.',
    many: '{label} du {from} au {to} : d’abord {first}, en dernier {last}, écart {change} ; minimum {low}, maximum {high}.',
    only: '{to}',
    span: 'De {from} à {to}',
    rate: '{span}, {rate} par semaine',
    table: 'Afficher en tableau',
    date: 'Date',
  },
  ar: {
    none: 'لم يُقَس شيء في هذه المدة.',
    one: '{label} في {to}: {last}.',
    many: '{label} من {from} إلى {to}: أول قيمة {first}، آخر قيمة {last}، التغيّر {change}؛ الأدنى {low}، الأعلى {high}.',
    only: '{to}',
    span: 'من {from} إلى {to}',
    rate: '{span}، {rate} في الأسبوع',
    table: 'عرض كجدول',
    date: 'التاريخ',
  },
};

/** Returns the texts for a BCP 47 tag. */
export function chartTextsFor(language: string): ChartTexts {
  return translationOf(chartTexts, language).texts;
}

interface WeekInfo {
  readonly firstDay: number;
}
interface LocaleWithWeek extends Intl.Locale {
  getWeekInfo?(): WeekInfo;
  readonly weekInfo?: WeekInfo;
}

/** Where the week starts on Sunday (CLDR, the largest regions), for browsers that do not tell. */
const sunday = /US|CA|MX|BR|IN|JP|SA/;

/**
 * First day of the week where this language is spoken; 0 is Sunday. A language without a region means its most likely
 * one.
 */
export function firstWeekday(language: string): number {
  const locale: LocaleWithWeek = new Intl.Locale(language);
  const week = locale.getWeekInfo?.() ?? locale.weekInfo;
  if (week) return week.firstDay % 7;
  return sunday.test(locale.maximize().region ?? '') ? 0 : 1;
}

interface WeekInfo {
  readonly firstDay: number;
}
interface LocaleWithWeek extends Intl.Locale {
  getWeekInfo?(): WeekInfo;
}

/**
 * The regions that speak a language of ours where the week starts on Sunday, and those where it starts on Saturday
 * (CLDR 46, weekData), for browsers that do not provide it.
 */
const sunday = /US|CA|MX|BR|CO|PE|VE|IN|PK|HK|IL|SA|YE|PT|ZA|PH/;
const saturday = /BH|DJ|DZ|EG|IQ|JO|KW|LY|OM|QA|SD|SY/;

/**
 * Returns the first day of the week of a language; 0 is Sunday. A language without a region means its most likely one.
 */
export function firstWeekday(language: string): number {
  const locale: LocaleWithWeek = new Intl.Locale(language);
  const week = locale.getWeekInfo?.();
  if (week) return week.firstDay % 7;
  const region = locale.maximize().region ?? '';
  return sunday.test(region) ? 0 : saturday.test(region) ? 6 : 1;
}

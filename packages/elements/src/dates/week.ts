interface WeekInfo {
  readonly firstDay: number;
}
interface LocaleWithWeek extends Intl.Locale {
  getWeekInfo?(): WeekInfo;
  readonly weekInfo?: WeekInfo;
}

/** Regions whose week starts on Sunday or Saturday, for browsers that do not tell (CLDR; only those our languages meet). */
const sunday = /^(US|CA|MX|AU|BR|IN|IL|JP|KR|ZA|SA|YE|PE|CO|VE)$/;
const saturday = /^(EG|AE|DZ|IQ|JO|KW|LY|OM|QA|SD|SY|BH|AF|IR)$/;

/** First day of the week where this language is spoken; 0 is Sunday. A language without a region means its most likely one. */
export function firstWeekday(language: string): number {
  const locale: LocaleWithWeek = new Intl.Locale(language);
  const week = locale.getWeekInfo?.() ?? locale.weekInfo;
  if (week) return week.firstDay % 7;
  const region = locale.maximize().region ?? '';
  return sunday.test(region) ? 0 : saturday.test(region) ? 6 : 1;
}

import { isClientPhrase, type ClientSay } from './translations/index.ts';

/** Returns the name of a metric: a translated one, else the name itself without its underscores. */
export function metricName(say: ClientSay, metric: string, language: string): string {
  const phrase = `metric_${metric}`;
  if (isClientPhrase(phrase)) return say(phrase);
  const words = metric.replaceAll('_', ' ');
  return words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
}

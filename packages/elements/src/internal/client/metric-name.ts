import { en } from './texts/en.ts';
import type { ClientDataPhrase } from './texts/phrases.ts';

type MetricPhrase = Extract<ClientDataPhrase, `metric_${string}`>;

const isMetricPhrase = (text: string): text is MetricPhrase => Object.hasOwn(en, text);

/** Returns the name of a metric: a translated one, else the name itself without its underscores. */
export function metricName(say: (phrase: MetricPhrase) => string, metric: string, language: string): string {
  const phrase = `metric_${metric}`;
  if (isMetricPhrase(phrase)) return say(phrase);
  const words = metric.replaceAll('_', ' ');
  return words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
}

import type { ClientPageTexts } from './texts/index.ts';

/** Returns the name of a metric: a translated one, else the name itself without its underscores. */
export function metricName(texts: ClientPageTexts, metric: string, language: string): string {
  const known = `metric_${metric}`;
  if (Object.hasOwn(texts, known)) return texts[known as keyof ClientPageTexts];
  const words = metric.replaceAll('_', ' ');
  return words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
}

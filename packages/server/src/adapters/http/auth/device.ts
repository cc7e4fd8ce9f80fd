import type { Device } from '../../../application/kernel/context.ts';

/** In order of precedence: most browsers name others as well. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:HeadlessChrome|Chrome|CriOS)\//, 'Chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

/** No browser sends a longer one. */
const MAX_LENGTH = 512;

const named = (text: string, names: typeof BROWSERS): string | undefined =>
  names.find(([pattern]) => pattern.test(text))?.[1];

/**
 * Returns the client's browser and system, without versions, so that an update makes no other device of it; undefined
 * when they are not named.
 */
export function deviceOf(userAgent: string | undefined): Device | undefined {
  const text = userAgent?.slice(0, MAX_LENGTH) ?? '';
  const browser = named(text, BROWSERS);
  const system = named(text, SYSTEMS);
  if (browser === undefined && system === undefined) return undefined;
  return { ...(browser !== undefined && { browser }), ...(system !== undefined && { system }) };
}

import type { AccountSession } from './calls.ts';
import { fill, type OwnTexts } from './texts/index.ts';

/** Returns the browser and the system of a session in words, as far as they are known. */
export function deviceText({ browser, system }: Pick<AccountSession, 'browser' | 'system'>, texts: OwnTexts): string {
  if (browser && system) return fill(texts.onSystem, { browser, system });
  return browser ?? system ?? texts.unknownDevice;
}

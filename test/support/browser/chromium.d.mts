import type { Browser, LaunchOptions } from 'playwright-core';

/** Switches every test browser starts with: it runs as root, without a GPU, and sends no request on the network. */
export const chromeArgs: readonly string[];
/** Returns where the browser is, and the variables its process needs beside this process's own. */
export function chrome(): Promise<{ executablePath: string; env: Record<string, string> }>;
/** Path of the browser's executable: `CHROME_PATH`, else the Chromium from npm, unpacked on first use. */
export function chromePath(): Promise<string>;
/** This process's environment with what the browser needs on top. */
export function chromeEnv(): Promise<NodeJS.ProcessEnv>;
/** Returns a headless browser for playwright-core; the caller closes it. `args` are added to `chromeArgs`. */
export function launchBrowser(options?: LaunchOptions): Promise<Browser>;

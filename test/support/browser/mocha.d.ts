/** The part of mocha's globals that the browser tests use; web-test-runner puts them into the page. */
type BrowserTestBody = (this: void) => void | Promise<void>;

declare const describe: { (title: string, body: () => void): void };
declare const it: { (title: string, body: BrowserTestBody): void };
declare const before: (body: BrowserTestBody) => void;
declare const after: (body: BrowserTestBody) => void;
declare const beforeEach: (body: BrowserTestBody) => void;
declare const afterEach: (body: BrowserTestBody) => void;

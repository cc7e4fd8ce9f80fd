/** The part of a browser's subscription that is used here. */
export type BrowserSubscription = Pick<PushSubscription, 'endpoint' | 'unsubscribe' | 'toJSON'>;

/** The push messages of this browser; tests put their own in its place. */
export interface BrowserPush {
  /** Whether it can at all. On an iPhone only a page of the home screen can. */
  readonly isSupported: boolean;
  /** Whether the person has forbidden it in the browser, which only the browser's own settings can undo. */
  isForbidden(): boolean;
  /** Returns the subscription of this device; null while there is none. */
  current(): Promise<BrowserSubscription | null>;
  /** Asks the person, in the press of a button. Returns whether they allow it. */
  ask(): Promise<boolean>;
  /** Subscribes this device with the key of the server, base64url. */
  subscribe(key: string): Promise<BrowserSubscription>;
}

/** The address of the service worker, as a page that demands Trusted Types may use it. */
const workerAddress = (): string => {
  const { trustedTypes } = window as { trustedTypes?: { createPolicy(name: string, rules: object): Policy } };
  const policy = trustedTypes?.createPolicy('coach-push', { createScriptURL: () => '/sw.js' });
  return policy ? policy.createScriptURL('') : '/sw.js';
};
interface Policy {
  createScriptURL(input: string): string;
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

let worker: Promise<ServiceWorkerRegistration> | null = null;

/** Registers our service worker, once. Rejects where the browser has none, or does not allow it. */
export async function registered(): Promise<ServiceWorkerRegistration> {
  return (worker ??= navigator.serviceWorker.register(workerAddress(), { scope: '/' }));
}

/** This browser. Nothing of it is touched before it is asked for. */
export const browserPush: BrowserPush = {
  isSupported: 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window,
  isForbidden: () => Notification.permission === 'denied',
  async current() {
    const registration = await navigator.serviceWorker.getRegistration('/');
    return (await registration?.pushManager.getSubscription()) ?? null;
  },
  ask: async () => (await Notification.requestPermission()) === 'granted',
  async subscribe(key) {
    await registered();
    const { pushManager } = await navigator.serviceWorker.ready;
    return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(key) });
  },
};

/** Returns the id that the server has for a device: the beginning of the SHA-256 of its endpoint. */
export async function deviceIdOf(endpoint: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint));
  return [...new Uint8Array(digest).subarray(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

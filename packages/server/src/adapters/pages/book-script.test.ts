import { runInNewContext } from 'node:vm';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { bookScript } from './book-script.ts';

let close = () => {};
afterEach(() => close());

/** Runs the script on a page with this hash, which is in a frame or not, and returns what it did. */
async function run(hash: string, { isFramed = false, isSignedIn = false, isForbidden = false } = {}) {
  const server = express().use(bookScript()).listen(0);
  close = () => void server.close();
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/pages/book.js`);
  const attributes: Record<string, string> = {};
  const links = [{ hash: '' }];
  const addresses: string[] = [];
  const sent: unknown[] = [];
  const classes: string[] = [];
  const widget = {
    setAttribute: (name: string, value: string) => (attributes[name] = value),
    remove: () => moves.push('out'),
  };
  const moves: string[] = [];
  const client = {
    getAttribute: () => 'pk_test_x',
    after: (back: unknown) => moves.push(back === widget ? 'back' : 'other'),
    widget: undefined as unknown,
  };
  const storage = {
    getItem(name: string) {
      if (isForbidden) throw new Error('forbidden');
      return isSignedIn && name === 'coach-booking:1:session:pk_test_x' ? '{}' : null;
    },
  };
  const page = {};
  const parent = isFramed ? { postMessage: (...given: unknown[]) => sent.push(given) } : page;
  class ResizeObserver {
    constructor(private readonly changed: () => void) {}
    observe() {
      this.changed();
    }
  }
  runInNewContext(await response.text(), {
    URLSearchParams,
    ResizeObserver,
    localStorage: storage,
    sessionStorage: storage,
    location: { hash, pathname: '/book/kim', search: '?service=x' },
    history: { state: null, replaceState: (...[, , to]: string[]) => addresses.push(to!) },
    window: page,
    parent,
    document: {
      querySelector: (tag: string) => (tag === 'coach-booking' ? widget : client),
      querySelectorAll: () => links,
      documentElement: { classList: { add: (name: string) => classes.push(name) } },
      body: { getBoundingClientRect: () => ({ height: 720.2 }) },
    },
  });
  return { response, attributes, links, addresses, sent, classes, moves, isHeld: client.widget === widget };
}

describe('the script of the pages on which visitors book', () => {
  it('fills in what is behind the #, and takes it out of the address', async () => {
    const hash = '#name=Ana%20D%C3%ADaz&email=ana%40example.com&phone=%2B12125550100&other=x';
    const { response, attributes, links, addresses, sent } = await run(hash);
    expect(response.headers.get('content-type')).toContain('javascript');
    expect(attributes).toEqual({
      'prefill-name': 'Ana Díaz',
      'prefill-email': 'ana@example.com',
      'prefill-phone': '+12125550100',
    });
    expect(addresses).toEqual(['/book/kim?service=x']);
    expect(links).toEqual([{ hash }]);
    expect(sent).toEqual([]);
  });

  it('leaves another hash alone', async () => {
    const { attributes, links, addresses } = await run('#times');
    expect([attributes, links, addresses]).toEqual([{}, [{ hash: '' }], []]);
  });

  it('sends the height to the page around it, and nothing else', async () => {
    const { sent, classes } = await run('#name=Ana', { isFramed: true });
    expect(sent).toEqual([[{ type: 'coach-booking:height', height: 721 }, '*']]);
    expect(classes).toEqual(['framed']);
  });

  it('keeps the widget for the part of a client who is signed in, and starts it without where its file fails', async () => {
    const { moves, isHeld } = await run('', { isSignedIn: true });
    expect(isHeld).toBe(true);
    // This context has no loader of files.
    await vi.waitFor(() => expect(moves).toEqual(['out', 'back']));
  });

  it.each([
    ['who is not signed in', '', {}],
    ['whose browser forbids the storage', '', { isForbidden: true }],
    ['whose form the address fills in', '#name=Ana', { isSignedIn: true }],
    ['on the page of a third party', '', { isSignedIn: true, isFramed: true }],
  ] as const)('leaves the widget where it is for a visitor %s', async (_who, hash, given) => {
    const { moves, isHeld } = await run(hash, given);
    expect([moves, isHeld]).toEqual([[], false]);
  });
});

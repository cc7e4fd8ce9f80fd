import type { AddressInfo } from 'node:net';
import express from 'express';
import type { PageAddress, PagePartner } from '../../src/application/pages/page-lookups.ts';
import { hostedPages, noSuchPage, type HostedPagesDeps } from '../../src/adapters/pages/hosted-pages.ts';

export const fit: PagePartner = { partner: 'Fit & Co', publishableKey: 'pk_live_fit', suspended: false };

/** The addresses whose partner the pages have asked for. */
export const addresses: PageAddress[] = [];

const deps: HostedPagesDeps = {
  bookable: async () => null,
  team: async () => null,
  manageable: async () => null,
  meeting: async () => null,
  returnFromProvider: async ({ state }) => (state === 'good' ? 'https://book.example/desk#state=good' : null),
  unsubscribable: async (token) => (token === 'u.good' ? { ...fit, language: 'en' } : null),
  resumable: async (token) => (token === 'resume.good' ? { ...fit, language: 'en' } : null),
  unsubscribe: async (token) => token === 'u.good',
  provable: async (token) => (token === 'proof.good' ? { ...fit, bookingId: 'b1', language: 'en' } : null),
  signIn: async ({ key, slug, host }) => {
    addresses.push({ key, slug, host });
    return key === 'pk_test_other' || slug === 'nobody' ? null : fit;
  },
  mailed: async (token, ...purposes) => (purposes.some((purpose) => token === `${purpose}.good`) ? fit : null),
  preloads: async (part) => (part === 'coach-calendar' ? ['chunks/define-1a.js'] : []),
  isSetupOpen: async () => false,
  demoUrl: () => null,
  demoAccounts: () => null,
};

/** Serves the pages for one request, and returns its answer. */
export async function page(
  path: string,
  change: Partial<HostedPagesDeps> = {},
  init: RequestInit = {},
): Promise<{ readonly response: Response; readonly text: string }> {
  const server = express()
    .use(hostedPages({ ...deps, ...change }))
    .use(noSuchPage())
    .listen(0);
  try {
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, init);
    return { response, text: await response.text() };
  } finally {
    server.close();
  }
}

const tried = (email: string) => ({ email, password: 'pass' });
export const demoAccounts = {
  coach: tried('coach-a@demo.example'),
  admin: tried('admin@demo.example'),
  client: tried('ana@demo.example'),
};

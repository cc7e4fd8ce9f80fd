import type { Coach, Service, Slots } from '@coach-booking/sdk';
import { adoptStyles, render } from 'lit';
import { formatsFor } from '../dates/format.ts';
import { deviceZone } from '../dates/zone.ts';
import { english, sayer } from '../translations/index.ts';
import { connectTo } from './connect.ts';
import { styles } from './styles/index.ts';
import { untouched, type View } from './view.ts';

const service: Service = { id: '1', slug: 's', title: 's', duration: 60, price: { amount: 100, currency: 'EUR' }, locationKind: 'online' };
const coach: Coach = {
  id: '1',
  slug: 'c',
  name: 'C',
  bio: '',
  strengths: [],
  specialties: [],
  experience: 0,
  certifications: [],
  capacity: { total: 1, booked: 0, available: 1 },
  active: true,
  timeZone: 'UTC',
  services: [service],
};

/** A server that has one slot, now. */
const answer = () => {
  const start = new Date().toISOString();
  const data: Slots = { timeZone: 'UTC', slots: [{ start, end: start }], days: [], nextAvailable: null, reason: null, service, coach };
  return Promise.resolve(Response.json({ success: true, data }));
};

/**
 * Draws an invented month into an element that is in no document, by the flow and the views of a real one: the browser compiles them, and
 * makes formatters, templates and style sheets, while nobody waits. Nothing is sent and nothing is stored. Gives where it is drawn, soon.
 */
export async function rehearse(): Promise<ShadowRoot> {
  const { language } = english(document.documentElement.lang || navigator.language);
  const timeZone = deviceZone();
  const settings = { publishableKey: 'pk_test_rehearsal', baseUrl: location.origin, coach: coach.id, service: '', timeZone, language };
  const { flow, draw } = await connectTo(answer, () => ({}))({ ...settings, manageToken: '', prefill: {} });
  const stage = document.createElement('div');
  const root = stage.attachShadow({ mode: 'open' });
  const nothing = () => {};
  const view: View = {
    element: stage,
    say: sayer(english()),
    format: formatsFor(language, timeZone),
    rtl: false,
    now: Date.now(),
    ui: untouched,
    steps: undefined,
    loadSteps: nothing,
    setUi: nothing,
    focus: nothing,
  };
  adoptStyles(root, styles);
  flow.$state.subscribe(() => render(draw(view), root));
  flow.start();
  return root;
}

import { expect } from '@open-wc/testing';
import { ConnectionError, NotFoundError, InvalidRequestError } from '@coach-booking/sdk';
import { waitUntil } from '../../../../elements/test/wait-until.ts';
import { account } from '../../../test/admin-stage.ts';
import { sessionOf } from '../../../test/fake-session.ts';
import { failure } from '../../../test/page-acts.ts';
import { serviceCalls, services } from '../../../test/service-stage.ts';
import { leaveTo } from '../leaving.ts';
import type { ServiceCalls } from './calls.ts';
import { defineServices } from './elements.ts';
import { DeskServices } from './services-section.ts';

let calls: ServiceCalls;
class TestServices extends DeskServices {
  static override calls = () => calls;
}
defineServices(TestServices);

let page: TestServices;
const settle = async () => {
  for (let turn = 0; turn < 3; turn++) await new Promise((done) => setTimeout(done));
};
async function open(change: Partial<ServiceCalls> = {}, mayChange = true): Promise<void> {
  page?.remove();
  calls = serviceCalls(change);
  page = document.createElement('coach-desk-services') as TestServices;
  Object.assign(page, { session: sessionOf(account('coach')), coach: 'me', mayChange });
  document.body.append(page);
  await settle();
}
const find = <E extends HTMLElement>(selector: string) => page.shadowRoot!.querySelector<E>(selector)!;
const text = (selector = 'section') => find(selector).textContent.replace(/\s+/g, ' ').trim();
const focused = () => page.shadowRoot!.activeElement!.id;
const press = async (words: string) => {
  const named = ({ ariaLabel, textContent }: HTMLButtonElement) =>
    (ariaLabel ?? textContent).replaceAll(/[\u2066-\u2069]/g, '').trim() === words;
  [...page.shadowRoot!.querySelectorAll('button')].find(named)!.click();
  await settle();
};
const put = async (name: string, value: string) => {
  const field = find<HTMLInputElement>(`#service-${name}`);
  field.value = value;
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
  await settle();
};
const saved: unknown[] = [];
const noting = (name: 'createService' | 'updateService' | 'deleteService') => ({
  [name]: (async (input: never) => {
    saved.push(input);
    return serviceCalls()[name](input);
  }) as unknown as ServiceCalls[typeof name],
});

describe('Settings › Services', () => {
  beforeEach(() => void saved.splice(0));
  after(() => page.remove());

  it('passes the accessibility check: the list, each form with its errors, and both questions', async () => {
    await open();
    await expect(page).to.be.accessible();
    await press('Change Strength session');
    await expect(page).to.be.accessible();
    await put('title', '');
    await put('placeAddress', '');
    await press('Save');
    await expect(page).to.be.accessible();
    await press('Cancel');
    await expect(page).to.be.accessible();
    await press('Discard');
    await press('Remove First talk');
    await expect(page).to.be.accessible();
  });

  it('moves a service among the others, up to the ends, and keeps the focus on the button', async () => {
    await open(noting('updateService'));
    const titles = () =>
      [...page.shadowRoot!.querySelectorAll('.service b')].map(({ textContent }) => textContent.trim());
    const [first, second, third] = titles();
    await press(`Move ${first} up`);
    expect(saved).to.deep.equal([]);
    const down = [...page.shadowRoot!.querySelectorAll<HTMLButtonElement>('.mover')].find(
      ({ ariaLabel }) => ariaLabel!.replaceAll(/[\u2066-\u2069]/g, '') === `Move ${first} down`,
    )!;
    down.focus();
    down.click();
    await waitUntil(() => text().includes('The order is saved.'));
    expect(saved).to.deep.equal([{ coach: 'me', id: services[0]!.id, position: 1 }]);
    expect(titles()).to.deep.equal([second, first, third]);
    await waitUntil(() => focused() === `later-${services[0]!.id}`);
  });

  it('takes a service from visitors, and gives it buffers of its own, and takes them back', async () => {
    await open(noting('updateService'));
    await press('Change Strength session');
    find<HTMLInputElement>('#service-active').click();
    await put('bufferBefore', '5');
    await put('bufferAfter', '721');
    await press('Save');
    expect(text()).to.contain('Enter whole minutes from 0 to 720');
    await put('bufferAfter', '10');
    await press('Save');
    await waitUntil(() => saved.length === 1);
    expect(saved[0]).to.deep.include({ active: false, bufferBefore: 5, bufferAfter: 10 });
    await waitUntil(() => text().includes('not shown to visitors'));
    await press('Change Strength session');
    await put('bufferBefore', '');
    find<HTMLInputElement>('#service-active').click();
    await press('Save');
    await waitUntil(() => saved.length === 2);
    expect(saved[1]).to.deep.include({ active: true, bufferBefore: null });
  });

  it('lists services with what they are, and where those in person take place', async () => {
    await open();
    const rows = [...page.shadowRoot!.querySelectorAll('.service .row > span')];
    expect(rows.map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())).to.deep.equal([
      'Strength session60 minutes · €75.50 · In person · own reminders Harbour Gym, 12 Pier Street, Boston One hour with barbell and plan.',
      'First talk30 minutes · Free of charge · Online · guests confirm by e-mail',
      'Boxing45 minutes · In person · no place yet',
    ]);
  });

  it('shows members of the team the services, and nothing to change them by', async () => {
    await open({}, false);
    expect(text()).to.contain('Boxing').and.contain('Services are changed by the coach.');
    expect(page.shadowRoot!.querySelector('button')).to.equal(null);
  });

  it('adds a service with its place, and moves the keyboard into the form and back', async () => {
    await open(noting('createService'));
    await press('Add a service');
    expect(focused()).to.equal('service-title');
    for (const [name, value] of Object.entries({
      title: ' Yoga ',
      duration: '50',
      price: '12,5',
      placeName: 'Loft',
      placeAddress: '1 Hall Road',
    }))
      await put(name, value);
    await press('Save');
    expect(saved).to.deep.equal([
      {
        coach: 'me',
        title: 'Yoga',
        duration: 50,
        price: { amount: 1250, currency: 'EUR' },
        locationKind: 'in_person',
        place: { name: 'Loft', address: '1 Hall Road' },
      },
    ]);
    expect(text()).to.contain('Yoga').and.contain('Saved.');
    expect(focused()).to.equal('add-service');
  });

  it('sends the changed fields alone, and takes away what was emptied', async () => {
    await open(noting('updateService'));
    const { id } = services[0]!;
    await press('Change Strength session');
    for (const name of ['price', 'placeName', 'placeAddress', 'placeHint', 'whatToBring', 'description'])
      await put(name, '');
    await put('confirmByEmail', 'no');
    find('#service-verifyBusy').click();
    find('#service-hasReminders').click();
    await settle();
    await press('Save');
    const gone = { description: '', price: null, place: null, whatToBring: null, reminders: null };
    expect(saved).to.deep.equal([{ coach: 'me', id, ...gone, confirmByEmail: false, verifyBusy: true }]);
    expect(text()).to.contain('asks calendars first');
    expect(focused()).to.equal(`change-${id}`);
    await press('Change First talk');
    await put('confirmByEmail', 'partner');
    await press('Save');
    expect(saved[1]).to.deep.equal({ coach: 'me', id: services[1]!.id, confirmByEmail: null });
    await press('Change Boxing');
    await press('Save');
    expect(saved).to.have.length(2);
  });

  it('has a meeting at Zoom for each booking, with the settings that are chosen, and a room when there is none', async () => {
    await open(noting('updateService'));
    await press('Change First talk');
    await put('videoProvider', 'zoom');
    await expect(page).to.be.accessible();
    await put('waitingRoom', 'yes');
    await put('muteUponEntry', 'no');
    await put('autoRecording', 'cloud');
    await put('fallbackProvider', 'jitsi');
    await press('Save');
    expect(focused()).to.equal('service-fallbackUrl');
    await put('fallbackUrl', 'https://meet.fit.example');
    await press('Save');
    const settings = { waitingRoom: true, muteUponEntry: false, autoRecording: 'cloud' };
    const fallback = { provider: 'jitsi', url: 'https://meet.fit.example' };
    const { id } = services[1]!;
    expect(saved).to.deep.equal([{ coach: 'me', id, video: { provider: 'zoom', settings, fallback } }]);
    await press('Change First talk');
    expect(find<HTMLSelectElement>('#service-autoRecording').value).to.equal('cloud');
    expect(find<HTMLSelectElement>('#service-waitingRoom').value).to.equal('yes');
    await press('Save');
    expect(saved).to.have.length(1);
  });

  it('says that the room of the business is taken, where the business has one', async () => {
    const none = () => find<HTMLSelectElement>('#service-fallbackProvider').options[0]!.textContent;
    const getCoach = async () => ({ videoProviders: ['fixed', 'jitsi', 'zoom'], videoFallbackSet: true });
    for (const [change, text] of [
      [{}, 'I send a link myself'],
      [{ getCoach: getCoach as unknown as ServiceCalls['getCoach'] }, 'The room of the business'],
    ] as const) {
      await open(change);
      await press('Change First talk');
      await put('videoProvider', 'zoom');
      expect(none()).to.equal(text);
    }
  });

  it('offers a provider of meetings only where the coach has an account there, or the service has it already', async () => {
    const choices = () => [...find<HTMLSelectElement>('#service-videoProvider').options].map(({ value }) => value);
    await open({ getCoach: (async () => ({})) as unknown as ServiceCalls['getCoach'] });
    await press('Change First talk');
    expect(choices()).to.deep.equal(['none', 'fixed', 'jitsi']);
    const met = { ...services[1]!, video: { provider: 'zoom' as const } };
    await open({
      getCoach: (async () => ({})) as unknown as ServiceCalls['getCoach'],
      listServices: (async () => [met]) as unknown as ServiceCalls['listServices'],
    });
    await press('Change First talk');
    expect(choices()).to.deep.equal(['none', 'fixed', 'jitsi', 'zoom']);
  });

  it('leads to the connections where the coach has no account at the provider any more', async () => {
    await open({
      updateService: (() => Promise.reject(new InvalidRequestError(failure(422, 'VIDEO_NOT_CONNECTED')))) as never,
    });
    await press('Change First talk');
    await put('videoProvider', 'zoom');
    await press('Save');
    expect(text()).to.contain('Connect it under Connections first');
  });

  it('has a video link online: a room that stays or a server, by an https address', async () => {
    await open(noting('updateService'));
    await press('Change First talk');
    await put('videoProvider', 'fixed');
    await press('Save');
    expect(focused()).to.equal('service-videoUrl');
    expect(text()).to.contain('An address that begins with https://.');
    await expect(page).to.be.accessible();
    await put('videoUrl', ' https://zoom.us/j/93551234567 ');
    await press('Save');
    const { id } = services[1]!;
    const video = { provider: 'fixed', url: 'https://zoom.us/j/93551234567' };
    expect(saved).to.deep.equal([{ coach: 'me', id, video }]);
    expect(text()).to.contain('Online · with a video link');
    await press('Change First talk');
    expect(find<HTMLInputElement>('#service-videoUrl').value).to.equal(video.url);
    await put('videoProvider', 'none');
    await press('Save');
    expect(saved[1]).to.deep.equal({ coach: 'me', id, video: null });
  });

  it('has no place online, where the server takes it away', async () => {
    await open(noting('updateService'));
    await press('Change Strength session');
    await put('locationKind', 'online');
    expect(find('#service-placeAddress')).to.equal(null);
    await press('Save');
    expect(saved).to.deep.equal([{ coach: 'me', id: services[0]!.id, locationKind: 'online', place: null }]);
  });

  it('R45 gives a service reminders of its own, beginning with those of the coach', async () => {
    await open(noting('updateService'));
    await press('Change Boxing');
    find('#service-hasReminders').click();
    await settle();
    expect(text('form')).to.contain('A mail goes 24 hours before the session.');
    await press('Add a reminder');
    expect(focused()).to.equal('channel-1');
    await press('Save');
    const rules = [
      { channel: 'email', minutesBefore: 1440 },
      { channel: 'email', minutesBefore: 60 },
    ];
    expect(saved).to.deep.equal([{ coach: 'me', id: services[2]!.id, reminders: { rules, followUp: true } }]);
  });

  it('refuses what cannot be saved field by field, and moves the keyboard there', async () => {
    await open(noting('createService'));
    await press('Add a service');
    await put('duration', '2');
    await put('placeHint', 'Ring.');
    await press('Save');
    expect(saved).to.deep.equal([]);
    expect(focused()).to.equal('service-title');
    expect(text('form')).to.contain('A whole number from 5 to 1440.').and.contain('A place has an address.');
    await put('title', 'Yoga');
    expect(find('#service-title').getAttribute('aria-invalid')).not.to.equal('true');
  });

  it('marks the field that the server refused, and keeps what was typed', async () => {
    const refusal = new InvalidRequestError({
      ...failure(400, 'INVALID_REQUEST'),
      details: { problems: [{ path: 'place.address', message: 'Must not be blank.' }] },
    });
    await open({ updateService: () => Promise.reject(refusal) });
    await press('Change Boxing');
    await put('placeAddress', '1 Hall Road');
    await press('Save');
    expect(focused()).to.equal('service-placeAddress');
    expect(text('[role=alert] .problem')).to.equal('Please look at the fields that are marked.');
    expect(find<HTMLInputElement>('#service-placeAddress').value).to.equal('1 Hall Road');
  });

  it('says that the server cannot be reached, or that a service is gone', async () => {
    await open({ updateService: () => Promise.reject(new ConnectionError('OFFLINE', 'PATCH', '/v1')) });
    await press('Change Boxing');
    await put('title', 'Boxing for two');
    await press('Save');
    expect(text('form')).to.contain('The server cannot be reached.');
    await open({ deleteService: () => Promise.reject(new NotFoundError(failure(404, 'SERVICE_NOT_FOUND'))) });
    await press('Remove Boxing');
    await press('Remove');
    expect(text('dialog')).to.contain('Somebody removed this service in the meantime.');
  });

  it('removes a service after a question that says what becomes of its bookings', async () => {
    await open(noting('deleteService'));
    await press('Remove Boxing');
    expect(text('dialog')).to.contain('Its bookings stay as they are.');
    await press('Cancel');
    expect(saved).to.deep.equal([]);
    await press('Remove Boxing');
    await press('Remove');
    expect(saved).to.deep.equal([{ coach: 'me', id: services[2]!.id }]);
    expect(text()).not.to.contain('Boxing');
    expect(text()).to.contain('Removed.');
  });

  it('asks before anything typed is lost: at Cancel, another form, another page, and when the tab closes', async () => {
    await open();
    let left = 0;
    const unload = () => {
      const event = new Event('beforeunload', { cancelable: true });
      dispatchEvent(event);
      return event.defaultPrevented;
    };
    await press('Change Boxing');
    expect(unload()).to.equal(false);
    await put('title', 'Boxing for two');
    expect(unload()).to.equal(true);
    await press('Change First talk');
    await press('Keep editing');
    expect(find<HTMLInputElement>('#service-title').value).to.equal('Boxing for two');
    leaveTo(() => left++);
    await settle();
    expect(left).to.equal(0);
    await press('Discard');
    expect(left).to.equal(1);
    expect(find('form')).to.equal(null);
    leaveTo(() => left++);
    expect(left).to.equal(2);
  });
});

import { expect } from '@open-wc/testing';
import {
  account,
  click,
  find,
  findAll,
  focused,
  full,
  go,
  ok,
  open,
  partner,
  refused,
  send,
  stage,
  textOf,
  type,
} from '../../test/admin-stage.ts';

const admin = account('admin');
const body = () => stage.bodies.at(-1) as Record<string, unknown>;
const saved = ({ body: sent }: { body: Record<string, unknown> | null }) =>
  ok({ ...partner, ...sent, branding: { ...partner.branding, ...(sent!['branding'] as object) }, version: 5 });

describe('the partner', () => {
  it('saves the changed fields alone, and the version that they are based on', async () => {
    const page = await open('#partner', admin, { ...full, 'PATCH /v1/partner': saved });
    await type(page, '#name', ' Harbour Gym ');
    await send(page, '#name');
    expect(body()).to.deep.equal({ name: 'Harbour Gym', version: 4 });
    expect(textOf(page)).to.contain('Saved.');
    await type(page, '#name', 'Harbour');
    await send(page, '#name');
    expect(body()).to.deep.equal({ name: 'Harbour', version: 5 });
  });

  it('saves nothing when nothing changed', async () => {
    const page = await open('#partner');
    await send(page, '#name');
    expect(stage.bodies).to.deep.equal([]);
    expect(textOf(page)).to.contain('nothing to save');
  });

  it('takes the origin of any typed address, and refuses a text without one', async () => {
    const page = await open('#partner', admin, { ...full, 'PATCH /v1/partner': saved });
    await click(page, '#add-origin');
    expect(focused(page)!.id).to.equal('origin-1');
    await type(page, '#origin-1', 'not an origin');
    await send(page, '#name');
    expect(stage.bodies).to.deep.equal([]);
    expect(focused(page)!.id).to.equal('origin-1');
    expect(textOf(page)).to.contain('This is no origin');
    await type(page, '#origin-1', 'https://Shop.example/book?x=1');
    await send(page, '#name');
    expect(body()).to.deep.equal({ allowedOrigins: ['https://fit.example', 'https://shop.example'], version: 4 });
  });

  it('removes an origin by its button, and moves the focus to what follows', async () => {
    const page = await open('#partner', admin, { ...full, 'PATCH /v1/partner': saved });
    await click(page, 'button.icon');
    expect(focused(page)!.id).to.equal('add-origin');
    expect(textOf(page)).to.contain('works on no foreign site');
    await send(page, '#name');
    expect(body()).to.deep.equal({ allowedOrigins: [], version: 4 });
  });

  it('saves a tone and a text, and removes the text with the focus on what follows', async () => {
    const page = await open('#branding', admin, { ...full, 'PATCH /v1/partner': saved });
    const pick = async (selector: string, value: string) => {
      const select = find<HTMLSelectElement>(page, selector)!;
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
      await page.updateComplete;
    };
    await pick('#tone', 'informal');
    await click(page, '#add-text');
    expect(focused(page)!.id).to.equal('text-key-0');
    await pick('#text-language-0', 'de');
    await pick('#text-key-0', 'confirm');
    await send(page, '#brandName');
    expect(stage.bodies).to.deep.equal([]);
    expect(focused(page)!.id).to.equal('text-0');
    await type(page, '#text-0', 'Los geht’s');
    await expect(page).to.be.accessible();
    await send(page, '#brandName');
    const texts = [{ language: 'de', key: 'confirm', text: 'Los geht’s' }];
    expect(body()).to.deep.equal({ branding: { tone: 'informal', texts }, version: 4 });
    await click(page, '[aria-label="Remove text 1"]');
    expect(focused(page)!.id).to.equal('add-text');
  });

  it('removes the colour', async () => {
    const page = await open('#branding', admin, { ...full, 'PATCH /v1/partner': saved });
    await type(page, '#accent', '');
    await send(page, '#accent');
    expect(body()).to.deep.equal({ branding: { accent: null }, version: 4 });
  });

  it('shows at once how the widget uses a colour in both schemes', async () => {
    const page = await open('#branding');
    await type(page, '#accent', '#ffff00');
    const [light, dark] = findAll(page, '.verdict');
    expect(light!.textContent).to.contain('Hard to read as text here (1:1)').and.contain('darker');
    expect(dark!.textContent).to.contain('Shown as it is');
    for (const button of findAll(page, '.p-button')) {
      expect(getComputedStyle(button).backgroundColor).to.equal('rgb(255, 255, 0)');
      expect(getComputedStyle(button).color).to.equal('rgb(0, 0, 0)');
    }
    const [inLight, inDark] = findAll(page, '.p-link').map((link) => getComputedStyle(link).color);
    expect(inDark).to.equal('rgb(255, 255, 0)');
    expect(inLight).not.to.equal('rgb(255, 255, 0)');
  });

  it('shows that another admin saved meanwhile, saves nothing, and saves both on the next press', async () => {
    const theirs = { ...partner, name: 'Theirs', allowedOrigins: ['https://new.example'], version: 9 };
    const page = await open('#partner');
    await type(page, '#name', 'Mine');
    stage.answers = {
      ...full,
      'GET /v1/partner': () => ok(theirs),
      'PATCH /v1/partner': ({ body: sent }) =>
        sent!['version'] === 9
          ? ok({ ...theirs, ...sent, version: 10 })
          : refused(409, 'VERSION_CONFLICT', 'Stale.', { version: 9 }),
    };
    await send(page, '#name');
    expect(find(page, '.conflict')!.textContent).to.contain('Somebody else saved').and.contain('Name of the business');
    expect(find<HTMLInputElement>(page, '#name')!.value).to.equal('Mine');
    expect(find<HTMLInputElement>(page, '#origin-0')!.value).to.equal('https://new.example');
    await send(page, '#name');
    expect(body()).to.deep.equal({ name: 'Mine', version: 9 });
    expect(textOf(page)).to.contain('Saved.').and.not.contain('Somebody else saved');
  });

  it('shows the other version when the own changes are discarded', async () => {
    const page = await open('#partner');
    await type(page, '#name', 'Mine');
    stage.answers = {
      ...full,
      'GET /v1/partner': () => ok({ ...partner, name: 'Theirs', version: 9 }),
      'PATCH /v1/partner': () => refused(409, 'VERSION_CONFLICT', 'Stale.'),
    };
    await send(page, '#name');
    await click(page, '.ways button:last-child');
    expect(find<HTMLInputElement>(page, '#name')!.value).to.equal('Theirs');
    expect(find(page, '.conflict')).to.equal(null);
  });

  it('shows the problems that the server reports, field by field, and keeps what was typed', async () => {
    const problems = [{ path: 'allowedOrigins.0', message: 'Must be https.' }];
    const page = await open('#partner', admin, {
      ...full,
      'PATCH /v1/partner': () => refused(400, 'INVALID_REQUEST', 'Not all of these are origins.', { problems }),
    });
    await type(page, '#origin-0', 'http://fit.example');
    await send(page, '#name');
    expect(textOf(page))
      .to.contain('Not all of these are origins.')
      .and.contain('allowedOrigins.0')
      .and.contain('Must be https.');
    expect(find<HTMLInputElement>(page, '#origin-0')!.value).to.equal('http://fit.example');
  });

  it('sets the second factor for admins, the challenge for visitors, and their caps', async () => {
    const page = await open('#partner', admin, { ...full, 'PATCH /v1/partner': saved });
    expect(find<HTMLSelectElement>(page, '#requireSecondFactor')!.value).to.equal('none');
    expect(
      findAll(page, '#bookingsPerEmail, #bookingsPerAddress, #holdsPerAddress').map(
        (field) => (field as HTMLInputElement).value,
      ),
    ).to.deep.equal(['3', '10', '2']);
    await type(page, '#requireSecondFactor', 'admins');
    await type(page, '#bookingsPerEmail', '');
    await type(page, '#holdsPerAddress', '4');
    await click(page, '#challenge');
    await click(page, '#confirmByEmail');
    await send(page, '#name');
    expect(body()).to.deep.equal({
      requireSecondFactor: 'admins',
      challenge: true,
      confirmByEmail: true,
      guestCaps: { bookingsPerEmail: null, holdsPerAddress: 4 },
      version: 4,
    });
  });

  it('returns to the caps of the server, which the answer shows', async () => {
    const page = await open('#partner', admin, {
      ...full,
      'GET /v1/partner': () =>
        ok({ ...partner, guestCaps: { bookingsPerEmail: 7, bookingsPerAddress: null, holdsPerAddress: 2 } }),
      'PATCH /v1/partner': () => ok({ ...partner, version: 5 }),
    });
    expect(find<HTMLInputElement>(page, '#bookingsPerAddress')!.value).to.equal('');
    await type(page, '#bookingsPerEmail', 'many');
    await click(page, '#serverCaps');
    expect(find<HTMLInputElement>(page, '#bookingsPerEmail')!.readOnly).to.equal(true);
    await send(page, '#name');
    expect(body()).to.deep.equal({ guestCaps: null, version: 4 });
    expect(find<HTMLInputElement>(page, '#bookingsPerEmail')!.value).to.equal('3');
    expect(find<HTMLInputElement>(page, '#serverCaps')!.checked).to.equal(false);
  });

  it('refuses to save an invalid cap, and moves the focus there', async () => {
    const page = await open('#partner');
    await type(page, '#holdsPerAddress', '1001');
    await send(page, '#name');
    expect(stage.bodies).to.deep.equal([]);
    expect(focused(page)!.id).to.equal('holdsPerAddress');
    expect(textOf(page)).to.contain('from 1 to 1,000.');
  });

  it('shows when the server has no challenge provider', async () => {
    const page = await open('#partner', admin, {
      ...full,
      'PATCH /v1/partner': () =>
        refused(422, 'CHALLENGE_UNAVAILABLE', 'Whoever runs this server first sets CHALLENGE_PROVIDER.'),
    });
    await click(page, '#challenge');
    await send(page, '#name');
    expect(textOf(page)).to.contain('no provider who tells visitors from programs').and.contain('CHALLENGE_PROVIDER');
    expect(find<HTMLInputElement>(page, '#challenge')!.checked).to.equal(true);
  });

  it('keeps the own change of a rule when another admin saved, and names the fields that both changed', async () => {
    const page = await open('#partner');
    await type(page, '#requireSecondFactor', 'admins');
    await type(page, '#bookingsPerEmail', '9');
    stage.answers = {
      ...full,
      'GET /v1/partner': () =>
        ok({ ...partner, guestCaps: { ...partner.guestCaps, bookingsPerEmail: 5, holdsPerAddress: 6 }, version: 9 }),
      'PATCH /v1/partner': () => refused(409, 'VERSION_CONFLICT', 'Stale.'),
    };
    await send(page, '#name');
    expect(find(page, '.conflict')!.textContent)
      .to.contain('Bookings to come for one e-mail')
      .and.not.contain('Second factor');
    expect(find<HTMLSelectElement>(page, '#requireSecondFactor')!.value).to.equal('admins');
    expect(find<HTMLInputElement>(page, '#bookingsPerEmail')!.value).to.equal('9');
    expect(find<HTMLInputElement>(page, '#holdsPerAddress')!.value).to.equal('6');
  });

  it('keeps typed changes while another section is open', async () => {
    const page = await open('#partner');
    await type(page, '#name', 'Half typed');
    await go(page, '#keys');
    await go(page, '#partner');
    expect(find<HTMLInputElement>(page, '#name')!.value).to.equal('Half typed');
  });

  it('saves on a page what stands there, and keeps what was typed into another', async () => {
    const page = await open('#partner', admin, { ...full, 'PATCH /v1/partner': saved });
    await type(page, '#name', 'Half typed');
    await go(page, '#branding');
    await type(page, '#accent', '#7a1f5c');
    await send(page, '#accent');
    expect(body()).to.deep.equal({ branding: { accent: '#7a1f5c' }, version: 4 });
    await go(page, '#partner');
    expect(find<HTMLInputElement>(page, '#name')!.value).to.equal('Half typed');
    await send(page, '#name');
    expect(body()).to.deep.equal({ name: 'Half typed', version: 4 });
  });

  it('says whether a page may show the widget, and puts its origin on the list', async () => {
    const page = await open('#partner');
    await type(page, '#check', 'https://fit.example/book');
    expect(textOf(page)).to.contain('is on the list').and.not.contain('is not on the list');
    await type(page, '#check', 'https://shop.example/book?x=1');
    expect(textOf(page)).to.contain('is not on the list');
    await click(page, '#add-checked');
    expect(find<HTMLInputElement>(page, '#origin-1')!.value).to.equal('https://shop.example');
    expect(textOf(page)).to.contain('counts once it is saved');
    await expect(page).to.be.accessible();
  });

  it('shows the widget itself in the typed colour and the chosen scheme, where nothing can be pressed', async () => {
    const page = await open('#branding');
    const widget = () => find(page, 'coach-booking')!;
    await type(page, '#accent', '#ffff00');
    expect(widget().getAttribute('coach')).to.equal('coach-a');
    expect(widget().style.getPropertyValue('--coach-accent')).to.equal('#ffff00');
    expect(widget().style.getPropertyValue('--coach-accent-ink')).not.to.equal('#ffff00');
    await click(page, '[name=scheme][value=dark]');
    expect(widget().getAttribute('theme')).to.equal('dark');
    expect(widget().style.getPropertyValue('--coach-accent-ink')).to.equal('#ffff00');
    expect(widget().closest('[inert]')).not.to.equal(null);
  });

  it('asks of everybody who books what the business asks, and marks what cannot be saved', async () => {
    const page = await open('#questions', admin, { ...full, 'PATCH /v1/partner': saved });
    expect(textOf(page)).to.contain('Nothing is asked but name and contact.');
    await click(page, '#service-hasIntake');
    await click(page, '#add-question');
    await send(page, '#add-question');
    expect(stage.bodies).to.deep.equal([]);
    expect(focused(page)!.id).to.match(/^question-.*-label$/);
    await expect(page).to.be.accessible();
    await type(page, '[id^=question-][id$=-label]', 'Any injuries?');
    await send(page, '#add-question');
    const { intake } = body() as { intake: { questions: { label: string }[] } };
    expect(intake.questions.map(({ label }) => label)).to.deep.equal(['Any injuries?']);
    await click(page, '#service-hasIntake');
    await send(page, '#service-hasIntake');
    expect(body()).to.deep.equal({ intake: null, version: 5 });
  });
});

import { expect } from '@open-wc/testing';
import { ConnectionError, RefusedError, type Coach } from '@coach-booking/sdk';
import { waitUntil } from '../../../../elements/test/wait-until.ts';
import { account } from '../../../test/admin-stage.ts';
import { sessionOf } from '../../../test/fake-session.ts';
import { failure } from '../../../test/page-acts.ts';
import { photo, profileCalls, profiled } from '../../../test/profile-stage.ts';
import type { ProfileCalls } from './calls.ts';
import { defineProfile } from './elements.ts';
import type { PhotoCrop } from './photo-crop.ts';
import { DeskProfile } from './profile-page.ts';

let calls: ProfileCalls;
let copied: string[];
class TestProfile extends DeskProfile {
  static override calls = () => calls;
  static override copy = async (text: string) => void copied.push(text);
  static override read = async () => 'before';
}
defineProfile(TestProfile);

let page: TestProfile;
let saved: unknown[];
const settle = async () => {
  for (let turn = 0; turn < 6; turn++) await new Promise((done) => setTimeout(done));
  await page.updateComplete;
};
/** Takes note of what is sent. */
const noting = (operation: keyof ProfileCalls, shown: Coach = profiled) => {
  const taken = profileCalls({}, shown);
  const note = (input: never) => {
    saved.push(input);
    return taken[operation](input);
  };
  return profileCalls({ [operation]: note } as Partial<ProfileCalls>, shown);
};
async function open(
  given: ProfileCalls = profileCalls(),
  {
    role = 'coach' as const,
    mayChange = true,
    key = 'pk_live_x',
  }: { role?: 'coach' | 'admin' | 'staff'; mayChange?: boolean; key?: string } = {},
) {
  page?.remove();
  document.querySelector('coach-toasts')?.remove();
  [calls, saved, copied] = [given, [], []];
  page = document.createElement('coach-desk-profile') as TestProfile;
  const user = account(role);
  Object.assign(page, { session: sessionOf(user), user, coach: 'me', mayChange, publishableKey: key });
  document.body.append(page);
  await settle();
}
const root = () => page.shadowRoot!;
const find = <E extends HTMLElement>(selector: string) => root().querySelector<E>(selector)!;
const text = () =>
  root()
    .textContent.replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ');
const toast = () => document.querySelector('coach-toasts')!.shadowRoot!;
async function press(words: string, within: ParentNode = root()) {
  [...within.querySelectorAll('button')].find((one) => one.textContent.trim() === words)!.click();
  await settle();
}
async function put(id: string, value: string) {
  const field = find<HTMLInputElement>(`#${id}`);
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await settle();
}
async function pictureFile(width: number, height: number, type = 'image/png'): Promise<File> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  canvas.getContext('2d')!.fillRect(0, 0, width / 2, height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type));
  return new File([blob!], 'me.png', { type });
}
async function choose(file: File) {
  const chosen = new DataTransfer();
  chosen.items.add(file);
  const field = find<HTMLInputElement>('#file');
  field.files = chosen.files;
  field.dispatchEvent(new Event('change'));
  await waitUntil(() => find('dialog') || find('.problem'));
  await settle();
}

describe('the profile of the desk', () => {
  it('passes the accessibility check, as it is shown, with errors, and while a picture is cut', async () => {
    await open();
    await expect(page).to.be.accessible();
    await put('name', ' ');
    await press('Save');
    await expect(page).to.be.accessible();
    await choose(await pictureFile(400, 300));
    await expect(page).to.be.accessible();
  });

  it('shows what visitors see, while it is typed', async () => {
    await open();
    await put('name', 'Zoë');
    await put('specialties', 'Yoga, Yoga, Rowing');
    await put('experience', '12');
    const preview = find('.preview').textContent.replace(/\s+/g, ' ');
    expect(preview).to.contain('Zoë').and.contain('12 years of experience').and.contain('Barbells');
    expect([...root().querySelectorAll('.preview .chip')].map(({ textContent }) => textContent)).to.deep.equal([
      'Yoga',
      'Rowing',
    ]);
    expect(find<HTMLImageElement>('.preview img').alt).to.equal('');
  });

  it('sends the changed fields alone, and says that they are saved', async () => {
    await open(noting('updateCoach'));
    await put('specialties', ' Yoga ,,Rowing');
    await put('capacity', '');
    find('#active').click();
    await settle();
    expect(text()).to.contain('Visitors cannot book.');
    await press('Save');
    expect(saved).to.deep.equal([
      { coach: profiled.id, specialties: ['Yoga', 'Rowing'], capacity: null, active: false },
    ]);
    expect(toast().textContent).to.contain('Saved.');
    expect(text()).not.to.contain('Discard');
  });

  it('sends nothing where nothing was changed, and nothing that is wrong', async () => {
    await open(noting('updateCoach'));
    await press('Save');
    await put('experience', '81');
    await put('capacity', '0');
    await put('certifications', 'x'.repeat(81));
    await press('Save');
    expect(saved).to.deep.equal([]);
    expect([...root().querySelectorAll('[aria-invalid="true"]')].map(({ id }) => id)).to.deep.equal([
      'certifications',
      'experience',
      'capacity',
    ]);
    expect(root().activeElement?.id).to.equal('certifications');
  });

  it('counts the letters of the text', async () => {
    await open();
    await put('bio', 'x'.repeat(1234));
    expect(text()).to.contain('1,234 of 4,000 letters');
  });

  it('asks before what was typed is left', async () => {
    await open();
    await put('name', 'Zoë');
    const left: string[] = [];
    const leave = () =>
      dispatchEvent(new CustomEvent('coach-desk-leave', { cancelable: true, detail: { go: () => left.push('left') } }));
    expect(leave()).to.equal(false);
    await settle();
    await press('Keep editing');
    expect([left, find<HTMLInputElement>('#name').value]).to.deep.equal([[], 'Zoë']);
    leave();
    await settle();
    await press('Discard', find('dialog'));
    expect([left, find<HTMLInputElement>('#name').value]).to.deep.equal([['left'], profiled.name]);
    expect(leave()).to.equal(true);
  });

  it('cuts a square of a picture and sends it as a JPEG', async () => {
    await open(noting('setCoachPhoto', { ...profiled, photo: null }));
    expect(find('.face').textContent).to.equal('CA');
    await choose(await pictureFile(600, 400));
    const crop = find<PhotoCrop>('coach-desk-crop');
    crop.shadowRoot!.querySelector('canvas')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft' }));
    const zoom = crop.shadowRoot!.querySelector('input')!;
    zoom.value = '2';
    zoom.dispatchEvent(new Event('input'));
    await press('Use this photo');
    await waitUntil(() => saved.length > 0);
    await settle();
    const [{ image }] = saved as [{ image: string }];
    const sent = await createImageBitmap(new Blob([Uint8Array.from(atob(image), (letter) => letter.charCodeAt(0))]));
    expect([sent.width, sent.height]).to.deep.equal([200, 200]);
    expect(find<HTMLImageElement>('.photo img').src).to.equal(photo.url);
    expect(find('dialog')).to.equal(null);
    expect(toast().textContent).to.contain('The photo is on the booking page now.');
  });

  it('refuses a file that is no picture, and one that is too small, and takes none of them', async () => {
    await open(noting('setCoachPhoto'));
    await choose(new File(['<svg/>'], 'me.png', { type: 'image/png' }));
    expect(text()).to.contain('This file is no picture that can be read.');
    await choose(await pictureFile(127, 500));
    await waitUntil(() => text().includes('at least 128 pixels'));
    expect(saved).to.deep.equal([]);
  });

  it('says why the server refuses a picture, and keeps it to try again', async () => {
    const refusal = new RefusedError({ ...failure(422, 'PHOTO_INVALID'), details: { photo: 'too_many_pixels' } });
    await open(profileCalls({ setCoachPhoto: () => Promise.reject(refusal) }));
    await choose(await pictureFile(300, 300));
    await press('Use this photo');
    await waitUntil(() => text().includes('too many pixels'));
    expect(find('dialog').textContent).to.contain('too many pixels');
  });

  it('removes the photo, and puts it back', async () => {
    await open(noting('setCoachPhoto'));
    await press('Remove the photo');
    expect(find('.photo img')).to.equal(null);
    await press('Undo', toast());
    expect(saved).to.deep.equal([{ coach: profiled.id, image: 'before' }]);
    expect(find('.photo img')).not.to.equal(null);
  });

  it('copies the address of the booking page, and the code of each kind of website', async () => {
    await open();
    await press('Copy the link');
    await press('Copy the code');
    for (const kind of ['react', 'wordpress']) {
      find(`input[value="${kind}"]`).click();
      await settle();
      await press('Copy the code');
    }
    const { origin } = location;
    const lines = `<script type="module" src="${origin}/embed/coach-booking.js"></script>\n<coach-booking publishable-key="pk_live_x" coach="coach-a"></coach-booking>`;
    expect(copied).to.deep.equal([
      `${origin}/book/coach-a`,
      lines,
      `import '@coach-booking/elements/coach-booking';\n\n<coach-booking base-url="${origin}" publishable-key="pk_live_x" coach="coach-a"></coach-booking>`,
      lines,
    ]);
    expect(find('.qr')).not.to.equal(null);
  });

  it('names the page of test mode as such, and its key in the address', async () => {
    await open(profileCalls(), { key: 'pk_test_x' });
    expect(find<HTMLInputElement>('#page-address').value).to.equal(`${location.origin}/book/coach-a?key=pk_test_x`);
    expect(text()).to.contain('the page of test mode');
  });

  it('leads admins to the list of origins', async () => {
    await open(profileCalls(), { role: 'admin' });
    expect(find<HTMLAnchorElement>('.note a').getAttribute('href')).to.match(/^\/admin\?key=pk_live_x.*#partner$/);
  });

  it('shows members of the team the profile, and nothing to change it by', async () => {
    await open(profileCalls(), { role: 'staff', mayChange: false });
    expect(text()).to.contain('The profile is changed by the coach.').and.not.contain('Save');
    expect(find<HTMLInputElement>('#name').readOnly).to.equal(true);
    expect(find('#file')).to.equal(null);
  });

  it('offers another attempt when it could not be read', async () => {
    let isDown = true;
    const getCoach = async () => {
      if (isDown) throw new ConnectionError('OFFLINE', 'GET', '/v1');
      return profiled;
    };
    await open(profileCalls({ getCoach }));
    expect(text()).to.contain('The server cannot be reached.');
    isDown = false;
    await press('Try again');
    expect(find<HTMLInputElement>('#name').value).to.equal(profiled.name);
  });
});

import { describe, expect, it } from 'vitest';
import { HOUR } from '@coach-booking/time/units';
import { createUseCases } from '../create-use-cases.ts';
import { createWorld, givenCoach, refusalOf, type World } from '../../../test/application/world.ts';
import { withFaultPoints } from '../../fault-points.ts';
import { readPhoto } from './coach-photo.ts';

const image = (text: string) => Buffer.from(text).toString('base64');

const given = async () => {
  const world = createWorld();
  const { id: coach } = await givenCoach(world);
  const upload = async (text: string, from: Pick<World, 'useCases'> = world) =>
    (await from.useCases.setCoachPhoto(world.partner(), { coach, image: image(text) })).data;
  const shown = async () => (await world.useCases.getCoach(world.visitor(), { coach })).data.photo;
  const at = async (url: string) => {
    const [, id, size] = /\/([0-9a-f]{32})-(\d+)\.webp$/.exec(url)!;
    const picture = await readPhoto(world.deps, coach, id!, Number(size) as 512);
    return picture && Buffer.from(picture).toString();
  };
  return { world, coach, upload, shown, at, rows: world.state.coachPhotos };
};

describe('the photo of a coach', () => {
  it('is null without one, and shown to visitors under its addresses once it is set', async () => {
    const { coach, upload, shown, at } = await given();
    expect(await shown()).toBeNull();
    const photo = await upload('face');
    expect(photo.url).toMatch(new RegExp(`^https://book\\.example/photos/${coach}/[0-9a-f]{32}-512\\.webp$`));
    expect(await shown()).toEqual(photo);
    expect([await at(photo.url), await at(photo.small)]).toEqual(['face 512', 'face 128']);
  });

  it('comes with the first request of a widget', async () => {
    const { world, coach, upload } = await given();
    const photo = await upload('face');
    const range = { from: '2026-04-14', to: '2026-04-14' };
    const { data } = await world.useCases.listSlots(world.visitor(), { coach, ...range, include: 'coach' });
    expect(data.coach?.photo).toEqual(photo);
  });

  it('has other addresses after each upload, also of the same picture, and the old ones lead nowhere', async () => {
    const { upload, at, rows } = await given();
    const [first, second] = [await upload('face'), await upload('face')];
    expect(second.url).not.toBe(first.url);
    expect([await at(first.url), await at(second.url)]).toEqual([null, 'face 512']);
    expect(rows.size).toBe(1);
  });

  it('leads nowhere once it is removed, which can be repeated', async () => {
    const { world, coach, upload, shown, at, rows } = await given();
    const { url } = await upload('face');
    for (let times = 0; times < 2; times++)
      expect(await world.useCases.removeCoachPhoto(world.partner(), { coach })).toEqual({
        data: { id: coach, removed: true },
      });
    expect([await shown(), await at(url), rows.size]).toEqual([null, null, 0]);
  });

  it('changes nothing in a dry run', async () => {
    const { world, coach, upload, shown, rows } = await given();
    const photo = await upload('face');
    const context = world.partner({ dryRun: true });
    const { data } = await world.useCases.setCoachPhoto(context, { coach, image: image('other') });
    expect(data.url).not.toBe(photo.url);
    await world.useCases.removeCoachPhoto(context, { coach });
    expect([await shown(), rows.size]).toEqual([photo, 1]);
  });

  it('refuses what is no picture, and asks to wait while too many are read', async () => {
    const { upload, shown, rows } = await given();
    expect(await refusalOf(upload('not_an_image'))).toMatchObject({
      code: 'PHOTO_INVALID',
      details: { photo: 'not_an_image' },
    });
    expect(await refusalOf(upload('busy'))).toMatchObject({ code: 'RATE_LIMITED', retryAfter: 5 });
    expect([await shown(), rows.size]).toEqual([null, 0]);
  });

  it('keeps the picture of the upload that was last, of two at one moment', async () => {
    const { upload, shown, at, rows } = await given();
    await Promise.all([upload('one'), upload('two'), upload('one')]);
    expect(await at((await shown())!.url)).toMatch(/^(one|two) 512$/);
    expect(rows.size).toBe(1);
  });

  it.each(['after coachPhotos.insert', 'after coaches.replace', 'before coachPhotos.removeOthers'])(
    'shows a whole picture when the process dies %s, and tidies up with a later upload',
    async (point) => {
      const { world, upload, shown, at, rows } = await given();
      await upload('old');
      const useCases = createUseCases(
        withFaultPoints(world.deps, { [point]: () => Promise.reject(new Error('died')) }),
      );
      await expect(upload('new', { useCases })).rejects.toThrow('died');
      expect(await at((await shown())!.url)).toMatch(/^(old|new) 512$/);
      world.passTime(HOUR + 1);
      await upload('newest');
      expect([await at((await shown())!.url), rows.size]).toEqual(['newest 512', 1]);
    },
  );

  it('notes each change in the audit log', async () => {
    const { world, coach, upload } = await given();
    await upload('face');
    await world.useCases.removeCoachPhoto(world.partner(), { coach });
    const changes = world.state.audit.filter(({ action }) => action === 'coach.updated');
    expect(changes.map(({ subject }) => subject.id)).toEqual([coach, coach]);
  });

  it('is in the export of the coach’s account, and goes with its erasure', async () => {
    const { world, coach, upload, at, rows } = await given();
    const photo = await upload('face');
    const email = 'coach@fit.example';
    await world.useCases.createUser(world.partner(), { role: 'coach', name: 'Coach', email, coachId: coach });
    const { data } = await world.useCases.exportPerson(world.partner(), { email });
    expect(data).toMatchObject({ photo });
    await world.useCases.updateCoach(world.partner(), { coach, active: false });
    await world.useCases.erasePerson(world.partner(), { email });
    expect([await at(photo.url), rows.size]).toEqual([null, 0]);
    expect(world.state.heads.get(coach)!.photo).toBeUndefined();
  });
});

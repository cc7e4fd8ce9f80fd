import { describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import { emptyProfile, type Profile } from '../../src/domain/client/profile.ts';
import type { Profiles, StoredProfile } from '../../src/application/ports/profiles.ts';
import { anId, now, scope } from './fixtures.ts';

/** With something in every field. */
const full: Profile = {
  dateOfBirth: '1991-06-02',
  gender: 'female',
  heightCm: 168.5,
  weightKg: 64.5,
  gymAccess: 'gym_and_home',
  measurements: { waist: 74, hips: 98.5 },
  goals: ['First pull-up', '$set'],
  dietaryRestrictions: ['Vegetarian'],
  healthComplications: ['Asthma'],
  injuries: ['Left knee'],
};

const aProfile = (given: Partial<StoredProfile> = {}): StoredProfile => ({
  ...scope,
  clientId: anId(),
  profile: full,
  version: 1,
  updatedAt: now,
  ...given,
});

/** The tests that every implementation of the port passes. */
export function profilesSuite(open: () => Profiles): void {
  describe('a profile', () => {
    it('finds a profile by its client, as it was given', async () => {
      const [one, empty] = [aProfile(), aProfile({ profile: emptyProfile })];
      for (const each of [one, empty]) expect(await open().insert(each)).toBe(true);
      expect(await open().of(scope, one.clientId)).toEqual(one);
      expect(await open().of(scope, empty.clientId)).toEqual(empty);
      expect(await open().allOf(scope, one.clientId)).toEqual([one]);
    });

    it('finds no profile until there was one', async () => {
      expect(await open().of(scope, anId())).toBeNull();
      expect(await open().allOf(scope, anId())).toEqual([]);
      expect(await open().replace(aProfile({ version: 2 }), 1)).toBe(false);
    });

    it("separates a partner's profiles and a mode's, to read, to change or to remove", async () => {
      const one = aProfile();
      await open().insert(one);
      for (const other of [{ ...scope, partnerId: anId() }, { ...scope, mode: 'live' } as const]) {
        expect(await open().of(other, one.clientId)).toBeNull();
        expect(await open().allOf(other, one.clientId)).toEqual([]);
        expect(await open().replace({ ...one, ...other, version: 2 }, 1)).toBe(false);
        expect(await open().removeAll(other, one.clientId)).toBe(0);
      }
      expect(await open().of(scope, one.clientId)).toEqual(one);
    });

    it('replaces a profile whole, once per version', async () => {
      const one = aProfile();
      await open().insert(one);
      const next = { ...one, profile: { ...emptyProfile, weightKg: 63 }, version: 2, updatedAt: plus(now, 5) };
      expect(await open().replace(next, 1)).toBe(true);
      expect(await open().replace({ ...one, version: 2 }, 1)).toBe(false);
      expect(await open().of(scope, one.clientId)).toEqual(next);
    });

    it('keeps one of many profiles that are written at once', async () => {
      const clientId = anId();
      const inserted = await Promise.all(Array.from({ length: 8 }, () => open().insert(aProfile({ clientId }))));
      expect(inserted.filter(Boolean)).toHaveLength(1);
      const replaced = await Promise.all(
        Array.from({ length: 8 }, () => open().replace(aProfile({ clientId, version: 2 }), 1)),
      );
      expect(replaced.filter(Boolean)).toHaveLength(1);
    });

    it('removes a profile when its client is erased', async () => {
      const [one, other] = [aProfile(), aProfile()];
      for (const each of [one, other]) await open().insert(each);
      expect(await open().removeAll(scope, one.clientId)).toBe(1);
      expect(await open().removeAll(scope, one.clientId)).toBe(0);
      expect(await open().of(scope, one.clientId)).toBeNull();
      expect(await open().of(scope, other.clientId)).toEqual(other);
    });
  });
}

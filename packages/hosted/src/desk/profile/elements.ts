import { PhotoCrop } from './photo-crop.ts';
import { DeskProfile } from './profile-page.ts';

/** Makes the elements of the profile known; tests give their own page. */
export function defineProfile(page: typeof DeskProfile = DeskProfile): void {
  if (!customElements.get('coach-desk-crop')) customElements.define('coach-desk-crop', PhotoCrop);
  customElements.define('coach-desk-profile', page);
}

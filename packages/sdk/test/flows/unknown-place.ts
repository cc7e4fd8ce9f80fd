import { vi } from 'vitest';

/** Makes this a device that does not know where it is; `name` is what its browser says to that. */
export function unknownPlace(name: string | undefined): void {
  const own = new Intl.DateTimeFormat().resolvedOptions();
  const asked = vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions');
  asked.mockReturnValue({ ...own, timeZone: name as string });
}

import { vi } from 'vitest';

/** Makes this a device without a known zone; `name` is what its browser returns for it. */
export function unknownPlace(name: string | undefined): void {
  const own = new Intl.DateTimeFormat().resolvedOptions();
  const asked = vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions');
  asked.mockReturnValue({ ...own, timeZone: name as string });
}

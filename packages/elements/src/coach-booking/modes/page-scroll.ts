/** Keeps the page from scrolling beneath a dialog, and from becoming wider by its scroll bar; returns what undoes it. */
export function holdPage(page: HTMLElement = document.documentElement): () => void {
  const { style } = page;
  const before = [style.overflow, style.scrollbarGutter] as const;
  const hasBar = innerWidth > page.clientWidth;
  style.overflow = 'hidden';
  if (hasBar) style.scrollbarGutter = 'stable';
  return () => {
    [style.overflow, style.scrollbarGutter] = before;
  };
}

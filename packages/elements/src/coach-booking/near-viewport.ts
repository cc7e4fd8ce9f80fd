/** The distance outside the viewport, in pixels, at which an element is worth loading. */
const MARGIN = 600;

/**
 * Calls `near` once the element is in or near the viewport: before this returns when it is there already, so that
 * nothing waits for a frame. An element that is not drawn (`display: none`) is not near. Call the answer to stop
 * watching.
 */
export function whenNear(element: Element, near: () => void): () => void {
  const [box] = element.getClientRects();
  if (box && box.top < innerHeight + MARGIN && box.bottom > -MARGIN) {
    near();
    return () => {};
  }
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      near();
    },
    { rootMargin: `${MARGIN}px` },
  );
  observer.observe(element);
  return () => observer.disconnect();
}

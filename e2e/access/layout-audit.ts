/** Runs in the page: what a person with large type, a thumb or a screen reader would stumble over. Needs nothing outside. */
export interface LayoutRules {
  readonly root: string;
  /** What can be tapped or typed into. */
  readonly tappable: string;
  /** Least width and height of it, CSS px. */
  readonly target: number;
  /** What stands seven abreast, and can be no wider than a seventh of the phone: 44 px even where more is asked. */
  readonly abreast: string;
  /** Whether each must carry its role and name itself; where axe runs it sees to that. */
  readonly named: boolean;
}

export function auditLayout({ root, tappable, target, abreast, named }: LayoutRules): string[] {
  const found = Array.from(document.querySelectorAll<HTMLElement>(root)).filter(
    (each) => each.getClientRects().length > 0,
  );
  // Out of sight until the keyboard is on it.
  for (const link of Array.from(document.querySelectorAll<HTMLElement>('.skip-link:not(:focus)')))
    link.style.display = 'none';
  const area = found.at(-1);
  if (area === undefined) return [`nothing at ${root}`];
  const faults = new Set<string>();
  const screenWidth = window.innerWidth;
  const nameOf = (element: Element): string => {
    const text = (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 24);
    return `${element.tagName.toLowerCase()}.${(element.getAttribute('class') ?? '').trim().split(/\s+/).slice(0, 2).join('.')} “${text}”`;
  };
  const isShown = (element: Element): boolean =>
    element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';

  const scrollers = [
    document.scrollingElement,
    ...Array.from(document.querySelectorAll('.e-scroll, .taro_page')).filter(isShown),
  ];
  for (const scroller of scrollers) {
    if (scroller && scroller.scrollWidth > scroller.clientWidth + 1)
      faults.add(`scrolls sideways: ${scroller.className} ${scroller.scrollWidth} > ${scroller.clientWidth}`);
  }

  /** Shortened with dots where the whole is in the name of what one taps, or behind a button below it. */
  const isShortened = (text: string, from: Element): boolean => {
    for (let at: Element | null = from; at !== null && area.contains(at); at = at.parentElement) {
      const { textOverflow, webkitLineClamp } = getComputedStyle(at);
      if (textOverflow !== 'ellipsis' && webkitLineClamp === 'none') continue;
      const name = at.closest('.tap');
      // Without a name of its own it is called by all that is in it.
      const isNamed = name !== null && (name.getAttribute('aria-label') ?? name.textContent).includes(text);
      return isNamed || at.nextElementSibling?.matches('.tap') === true;
    }
    return false;
  };

  /** Where an ancestor shows less than the box. */
  const clips = (box: DOMRect, from: Element): boolean => {
    for (let at: Element | null = from; at !== null && area.contains(at); at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at);
      // A strip within the page that a finger moves; the page itself must not move sideways.
      if (at !== area && (overflowX === 'auto' || overflowX === 'scroll')) return false;
      const frame = at.getBoundingClientRect();
      if (overflowX !== 'visible' && (box.left < frame.left - 2 || box.right > frame.right + 2)) return true;
      const cuts = overflowY === 'hidden' || overflowY === 'clip';
      if (cuts && (box.top < frame.top - 4 || box.bottom > frame.bottom + 4)) return true;
    }
    return box.left < -1 || box.right > screenWidth + 1;
  };
  const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || (node.textContent ?? '').trim() === '' || !isShown(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const text = (node.textContent ?? '').trim();
    const isCut = Array.from(range.getClientRects()).some((box) => box.width > 0 && clips(box, parent));
    // What a map writes is the map's own.
    if (isCut && !isShortened(text, parent) && parent.closest('wx-map') === null)
      faults.add(`clipped: ${nameOf(parent)}`);
  }

  for (const element of Array.from(area.querySelectorAll<HTMLElement>(tappable))) {
    if (!isShown(element)) continue;
    const box = element.getBoundingClientRect();
    // Half a pixel is the browser's rounding.
    const width = element.matches(abreast) ? Math.min(target, 44) : target;
    if (box.width < width - 0.5 || box.height < target - 0.5)
      faults.add(`small: ${nameOf(element)} ${Math.round(box.width)} × ${Math.round(box.height)}`);
    // A field of the engine's is a browser's own within; that is what carries the name, and its role goes without saying.
    const field = element.shadowRoot?.querySelector('input, textarea');
    if (field && (field.getAttribute('aria-label') ?? '') === '') faults.add(`no name: ${nameOf(element)}`);
    if (!named || field) continue;
    if ((element.getAttribute('role') ?? '') === '') faults.add(`no role: ${nameOf(element)}`);
    if ((element.getAttribute('aria-label') ?? element.innerText).trim() === '')
      faults.add(`no name: ${nameOf(element)}`);
  }

  // A state that is told by a colour only: with colours left out the two would look the same.
  const shapeOf = (element: Element): string => {
    const { fontWeight, boxShadow, marginLeft, textDecorationLine } = getComputedStyle(element);
    const below = Array.from(element.children, shapeOf).join(' ');
    return [fontWeight, boxShadow === 'none' ? '' : 'shadow', marginLeft, textDecorationLine, below].join(',');
  };
  for (const state of ['aria-selected', 'aria-checked', 'aria-pressed']) {
    for (const on of Array.from(area.querySelectorAll(`[${state}="true"]`))) {
      const kind = Array.from(on.classList).find((each) => each !== 'tap') ?? '';
      const off = Array.from(area.querySelectorAll(`[${state}="false"]`)).find((each) => each.classList.contains(kind));
      if (off && shapeOf(on) === shapeOf(off)) faults.add(`told by colour alone: ${nameOf(on)}`);
    }
  }
  return Array.from(faults);
}

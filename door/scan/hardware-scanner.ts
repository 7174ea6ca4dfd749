/** Scanners that type (HID): letters faster than a person types them, ended by Enter. */

/** Between two keys of a scanner; people need longer. */
const LONGEST_GAP_MS = 80;
const SHORTEST_CODE = 6;

export interface TypedKey {
  readonly key: string;
  readonly at: number;
}

/** Gathers keys; gives a code when Enter ends a quick run, else `null`. */
export function scannerInput(): (typed: TypedKey) => string | null {
  let code = '';
  let last = 0;
  return ({ key, at }) => {
    if (at - last > LONGEST_GAP_MS) code = '';
    last = at;
    if (key === 'Enter') {
      const whole = code;
      code = '';
      return whole.length >= SHORTEST_CODE ? whole : null;
    }
    if (key.length === 1) code += key;
    return null;
  };
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;

/** Listens to the whole page, except where somebody fills in a field. */
export function listenToScanner(onCode: (text: string) => void): () => void {
  const read = scannerInput();
  const onKey = (event: KeyboardEvent): void => {
    if (isField(event.target) || event.isComposing) return;
    const code = read({ key: event.key, at: event.timeStamp });
    if (code === null) return;
    // Enter belongs to the scanner here, not to the button that has the focus.
    event.preventDefault();
    event.stopPropagation();
    onCode(code);
  };
  document.addEventListener('keydown', onKey, true);
  return () => {
    document.removeEventListener('keydown', onKey, true);
  };
}

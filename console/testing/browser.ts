/** What jsdom does not draw or measure, and antd asks for. */
import { configure } from '@testing-library/react';

// A busy machine takes its time. Whether an element is hidden is asked in a real browser (e2e/console-screens.test.ts).
jest.setTimeout(120_000);
configure({ asyncUtilTimeout: 30_000, defaultHidden: true });

class NoResize implements ResizeObserver {
  observe(): void {
    // Nothing has a size here.
  }
  unobserve(): void {
    // Nothing has a size here.
  }
  disconnect(): void {
    // Nothing has a size here.
  }
}

globalThis.ResizeObserver = NoResize;
globalThis.matchMedia = (query) => Object.assign(new EventTarget(), { matches: false, media: query }) as MediaQueryList;
// jsdom knows no styles of pseudo-elements, and says so aloud.
const styleOf = globalThis.getComputedStyle;
globalThis.getComputedStyle = (element) => styleOf(element);
globalThis.scrollTo = () => undefined;
URL.createObjectURL = () => 'blob:file';
URL.revokeObjectURL = () => undefined;
// There is nothing to navigate to, or to save a file into.
HTMLAnchorElement.prototype.click = () => undefined;

/** Node's own would keep the process alive. */
class Channel {
  readonly port1: { onmessage: (() => void) | null } = { onmessage: null };
  readonly port2 = {
    postMessage: (): void => {
      setTimeout(() => this.port1.onmessage?.());
    },
  };
}
Object.assign(globalThis, { MessageChannel: Channel });

import type { EngineStats } from '../driver';
import { component } from 'glass-easel-miniprogram-adapter';

interface SetDataCall {
  page: string;
  bytes: number;
  at: number;
}

const setDataCalls: SetDataCall[] = [];

const bytesOf = (data: unknown): number => new TextEncoder().encode(JSON.stringify(data)).length;

/** More does not cross to the view at once. */
const mostBytes = 1024 * 1024;

/** Notes what every `setData` sends, in bytes of JSON: that is what crosses to the view on a phone. */
export function measureSetData(): void {
  const prototype = component.ComponentCaller.prototype as unknown as {
    setData: (this: { is: string }, data: unknown, callback?: () => void) => void;
  };
  const original = prototype.setData;
  prototype.setData = function (data, callback) {
    const bytes = bytesOf(data);
    if (bytes > mostBytes) {
      console.error(`setData: ${bytes} bytes are more than 1024 KB`);
      return;
    }
    setDataCalls.push({ page: this.is, bytes, at: performance.now() });
    watchFirstScreen();
    original.call(this, data, callback);
  };
}

let longestTask = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) longestTask = Math.max(longestTask, entry.duration);
}).observe({ type: 'longtask', buffered: true });

const isElement = (node: Element): boolean => node.localName.includes('-');

function measureTree(root: Element): { nodes: number; depth: number; children: number } {
  const below = Array.from(root.children).filter(isElement).map(measureTree);
  return {
    nodes: below.reduce((sum, each) => sum + each.nodes, 1),
    depth: below.reduce((deepest, each) => Math.max(deepest, each.depth), 0) + 1,
    children: below.reduce((most, each) => Math.max(most, each.children), root.childElementCount),
  };
}

/** The first screen's share is what was sent until the first picture that had something in it. */
let firstScreenEnds = Infinity;

function watchFirstScreen(): void {
  if (setDataCalls.length === 1) {
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        firstScreenEnds = performance.now();
      });
    });
  }
}

const sum = (calls: SetDataCall[]): number => calls.reduce((total, call) => total + call.bytes, 0);

export function readStats(root: Element | null | undefined): EngineStats {
  const tree = root ? measureTree(root) : { nodes: 0, depth: 0, children: 0 };
  return {
    ...tree,
    longestTask,
    setData: {
      count: setDataCalls.length,
      largest: Math.max(0, ...setDataCalls.map((call) => call.bytes)),
      total: sum(setDataCalls),
      firstScreen: sum(setDataCalls.filter((call) => call.at <= firstScreenEnds)),
    },
  };
}

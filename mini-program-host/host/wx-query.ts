import type { Element as EngineElement, GeneralComponent } from 'glass-easel';
import { component } from 'glass-easel-miniprogram-adapter';
import type { ApiTable, Fields } from './api';
import { WxCanvas } from './elements/canvas';
import { WxScrollView } from './elements/scroll-view';
import type { Files } from './files';
import type { PageStack } from './page-stack';

type Callback = (result: unknown) => void;
/** What a page or component is to its own code: the engine's component is behind `_$`. */
interface Caller {
  _$: GeneralComponent;
}

const areaTop = (node: Element): number => node.closest('.e-area')?.getBoundingClientRect().top ?? 0;

/** Answers about elements, in the page's own coordinates. */
class Query {
  private readonly questions: { ask: () => unknown; callback: Callback | undefined }[] = [];

  constructor(
    private root: GeneralComponent | undefined,
    private readonly files: Files,
    private readonly viewport: () => Fields,
  ) {}

  in(caller: Caller): this {
    this.root = caller._$;
    return this;
  }

  select(selector: string): NodesRef {
    return new NodesRef(this, () => this.root?.getShadowRoot()?.querySelector(selector) ?? null, this.files);
  }

  selectAll(selector: string): NodesRef {
    return new NodesRef(this, () => this.root?.getShadowRoot()?.querySelectorAll(selector) ?? [], this.files);
  }

  selectViewport(): {
    boundingClientRect: (callback?: Callback) => Query;
    scrollOffset: (callback?: Callback) => Query;
    fields: (_: Fields, callback?: Callback) => Query;
  } {
    const ask = (callback?: Callback): this => this.push(this.viewport, callback);
    return { boundingClientRect: ask, scrollOffset: ask, fields: (_, callback) => ask(callback) };
  }

  push(ask: () => unknown, callback: Callback | undefined): this {
    this.questions.push({ ask, callback });
    return this;
  }

  exec(callback?: (results: unknown[]) => void): this {
    // Answered after the next picture, when what was just set is laid out.
    requestAnimationFrame(() => {
      const results = this.questions.map(({ ask, callback: one }) => {
        const result = ask();
        one?.(result);
        return result;
      });
      callback?.(results);
    });
    return this;
  }
}

class NodesRef {
  constructor(
    private readonly query: Query,
    private readonly find: () => EngineElement | EngineElement[] | null,
    private readonly files: Files,
  ) {}

  fields(wanted: Fields, callback?: Callback): Query {
    const describe = (element: EngineElement): Fields => describeElement(element, wanted, this.files);
    return this.query.push(() => {
      const found = this.find();
      if (Array.isArray(found)) return found.map(describe);
      return found ? describe(found) : null;
    }, callback);
  }

  boundingClientRect(callback?: Callback): Query {
    return this.fields({ id: true, dataset: true, rect: true, size: true }, callback);
  }

  scrollOffset(callback?: Callback): Query {
    return this.fields({ id: true, dataset: true, scrollOffset: true }, callback);
  }

  node(callback?: Callback): Query {
    return this.fields({ node: true }, callback);
  }

  context(callback?: Callback): Query {
    return this.fields({ node: true }, callback);
  }
}

function nodeOf(node: Element, files: Files): unknown {
  if (node instanceof WxCanvas) return node.node((source) => files.resolve(source));
  if (!(node instanceof WxScrollView)) return null;
  return {
    scrollTo: (options: Fields) => {
      node.scrollTo({ top: Number(options.top ?? node.scrollTop), left: Number(options.left ?? node.scrollLeft) });
    },
    scrollIntoView: (selector: string) => {
      node.querySelector(selector)?.scrollIntoView();
    },
  };
}

function describeElement(element: EngineElement, wanted: Fields, files: Files): Fields {
  const node = element.$$ as unknown as Element;
  const box = node.getBoundingClientRect();
  const top = box.top - areaTop(node);
  const names = (list: unknown): string[] => (Array.isArray(list) ? list.map(String) : []);
  const style = wanted.computedStyle === undefined ? undefined : getComputedStyle(node);
  return {
    ...(wanted.id === true ? { id: element.id } : {}),
    ...(wanted.dataset === true ? { dataset: { ...element.dataset } } : {}),
    ...(wanted.mark === true ? { mark: element.collectMarks() } : {}),
    ...(wanted.rect === true ? { left: box.left, top, right: box.right, bottom: top + box.height } : {}),
    ...(wanted.size === true ? { width: box.width, height: box.height } : {}),
    ...(wanted.scrollOffset === true
      ? {
          scrollTop: node.scrollTop,
          scrollLeft: node.scrollLeft,
          scrollHeight: node.scrollHeight,
          scrollWidth: node.scrollWidth,
        }
      : {}),
    ...(wanted.node === true
      ? { node: nodeOf(node, files), nodeCanvasType: node instanceof WxCanvas ? '2d' : '' }
      : {}),
    ...Object.fromEntries(names(wanted.properties).map((name) => [name, element.getAttribute(name)])),
    ...Object.fromEntries(names(wanted.computedStyle).map((name) => [name, style?.getPropertyValue(name)])),
  };
}

interface Observing {
  relativeTo: (selector: string, margins?: Record<string, number>) => Observing;
  relativeToViewport: (margins?: Record<string, number>) => Observing;
  observe: (selector: string, callback: Callback) => void;
  disconnect: () => void;
}

function observeIntersection(owner: () => GeneralComponent | undefined, options: Fields): Observing {
  let reference: Element | null = null;
  let rootMargin = '0px';
  let observer: IntersectionObserver | undefined;
  const setMargins = (margins: Record<string, number> = {}): void => {
    rootMargin = ['top', 'right', 'bottom', 'left'].map((side) => `${margins[side] ?? 0}px`).join(' ');
  };
  const all = (selector: string): Element[] =>
    (owner()?.getShadowRoot()?.querySelectorAll(selector) ?? []).map((element) => element.$$ as unknown as Element);
  const observing: Observing = {
    relativeTo: (selector, margins) => {
      reference = all(selector)[0] ?? null;
      setMargins(margins);
      return observing;
    },
    relativeToViewport: (margins) => {
      reference = null;
      setMargins(margins);
      return observing;
    },
    observe: (selector, callback) => {
      const targets = all(selector);
      const root = reference ?? targets[0]?.closest('.e-scroll') ?? null;
      const threshold = Array.isArray(options.thresholds) ? (options.thresholds as number[]) : [0];
      observer = new IntersectionObserver(
        (entries) => {
          for (const { target, ...entry } of entries.map(readEntry)) callback({ ...entry, id: target.id, dataset: {} });
        },
        { root, rootMargin, threshold },
      );
      for (const target of options.observeAll === true ? targets : targets.slice(0, 1)) observer.observe(target);
    },
    disconnect: () => {
      observer?.disconnect();
    },
  };
  return observing;
}

const readEntry = (entry: IntersectionObserverEntry): Fields & { target: Element } => ({
  target: entry.target,
  intersectionRatio: entry.intersectionRatio,
  intersectionRect: entry.intersectionRect.toJSON() as unknown,
  boundingClientRect: entry.boundingClientRect.toJSON() as unknown,
  relativeRect: entry.rootBounds?.toJSON() as unknown,
  time: entry.time,
});

export function queryApis(pages: PageStack, files: Files): ApiTable {
  const viewport = (): Fields => {
    const scroller = pages.top?.scroller;
    const { width = 0, height = 0 } = scroller?.getBoundingClientRect() ?? {};
    return {
      id: '',
      dataset: {},
      ...{ left: 0, top: 0, right: width, bottom: height, width, height },
      ...{
        scrollTop: scroller?.scrollTop ?? 0,
        scrollLeft: 0,
        scrollHeight: scroller?.scrollHeight ?? 0,
        scrollWidth: width,
      },
    };
  };
  const current = (): GeneralComponent | undefined => pages.top?.component;
  const createSelectorQuery = (caller?: Caller): Query => new Query(caller?._$ ?? current(), files, viewport);
  const createIntersectionObserver = (caller: Caller | undefined, options: Fields = {}): Observing =>
    observeIntersection(() => caller?._$ ?? current(), options);
  // A component's own queries know nodes too.
  Object.assign(component.ComponentCaller.prototype, {
    createSelectorQuery(this: Caller) {
      return createSelectorQuery(this);
    },
    createIntersectionObserver(this: Caller, options?: Fields) {
      return createIntersectionObserver(this, options);
    },
  });
  return { createSelectorQuery: () => createSelectorQuery(), createIntersectionObserver };
}

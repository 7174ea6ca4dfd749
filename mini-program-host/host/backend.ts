import { WxElement } from './elements/base';
import { CurrentWindowBackendContext, Event as EngineEvent, type Element as EngineElement } from 'glass-easel';

/** A DOM node that the engine made for an element of a template. */
interface HostNode extends Node {
  __wxElement?: EngineElement;
}

/** Events come from `touches.ts` and from the built-in elements themselves; the stock listeners would send them twice. */
export class MiniProgramBackend extends CurrentWindowBackendContext {
  override setListenerStats(): void {
    // Nothing is listened to per element: see above.
  }

  /** `model:value`: a built-in element says what it has become, and the data follows. */
  override setModelBindingStat(element: unknown, name: string, listener: ((value: unknown) => void) | null): void {
    if (element instanceof WxElement) element.bindModel(name, listener ?? undefined);
  }
}

/** Sends an event from the innermost element at `from` outwards. True when a `catch` listener stopped it. */
export function sendEvent(
  from: EventTarget | null,
  type: string,
  detail: unknown,
  extraFields: Record<string, unknown> = {},
): boolean {
  const element = elementAt(from);
  if (!element) return false;
  const event = new EngineEvent(type, detail, { bubbles: true, composed: true, capturePhase: true, extraFields });
  EngineEvent.dispatchEvent(element, event);
  return event.defaultPrevented();
}

/** The engine's element that a DOM node belongs to, looking outwards through shadow roots. */
function elementAt(from: EventTarget | null): EngineElement | undefined {
  let node: HostNode | null = from instanceof Node ? from : null;
  while (node) {
    if (node.__wxElement) return node.__wxElement;
    node = node instanceof ShadowRoot ? node.host : node.parentNode;
  }
  return undefined;
}

interface Described {
  id: string;
  dataset: Record<string, unknown> | null;
  offsetLeft: number;
  offsetTop: number;
}

const describe = (target: unknown): Described => {
  const source = target as { id: string; dataset: Record<string, unknown> | null; _$?: EngineElement; $$?: unknown };
  const node = source._$ ? source._$.$$ : source.$$;
  const box = node instanceof HTMLElement ? node : undefined;
  return {
    id: source.id,
    dataset: { ...source.dataset },
    offsetLeft: box?.offsetLeft ?? 0,
    offsetTop: box?.offsetTop ?? 0,
  };
};

/** A handler in a mini-program gets plain descriptions of elements, never the elements. */
export function describeEventTargets(): void {
  const prototype = EngineEvent.prototype as unknown as {
    wrapShadowedEvent: (target: unknown, mark: unknown, current: unknown) => unknown;
  };
  prototype.wrapShadowedEvent = function (target, mark, current) {
    return Object.assign(Object.create(this) as object, {
      target: describe(target),
      mark: mark ?? {},
      currentTarget: describe(current),
    });
  };
}

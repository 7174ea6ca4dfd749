/** Parts of a screen that are fetched when they are first opened. */
import { type ComponentType, lazy, type LazyExoticComponent } from 'react';

const TRIES = 4;
const FIRST_PAUSE_MS = 500;

/** A busy server answers 503 for a moment; without another try the whole page would stay empty. */
async function loadPatiently<T>(load: () => Promise<T>, tries = 1): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (tries === TRIES) throw error;
    await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MS * 2 ** (tries - 1)));
    return loadPatiently(load, tries + 1);
  }
}

export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: await loadPatiently(load) }));
}

/** Parts of a screen that are fetched when they are first opened. */
import { type ComponentType, lazy, type LazyExoticComponent } from 'react';

export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: await load() }));
}

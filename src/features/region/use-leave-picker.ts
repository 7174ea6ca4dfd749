import { goBackBy, usePageParam } from '../../platform/navigation';

/** Leaves all levels of the picker at once, to where it was opened from, else to the tab `home`. */
export function useLeavePicker(home: string): () => void {
  const depth = Number(usePageParam('depth') ?? 0);
  return () => {
    goBackBy(depth + 1, home);
  };
}

import { useCallback, useEffect, useState } from 'react';
import { scrollToTopOf } from '../../platform/measure';

/** The id of the element that shows a path: `attendees.1.mobile` → `field-attendees-1-mobile`. */
export const idOf = (path: string): string => `field-${path.replace(/\./g, '-')}`;

/** Left free above a field that is brought into sight, CSS px: a browser's own bar stands there. */
const AIR = 80;
const PERSON = /^\w+\.(\d+)(?:\.|$)/;

interface Focus {
  readonly path: string;
  /** `false` for one render: a folded person is unfolded first, and a field which had the focus before gets it again. */
  readonly armed: boolean;
}

export interface FocusState {
  readonly focus: string | null;
  /** The person whose fields are unfolded. */
  readonly open: number;
  /** Brings the keyboard and the screen to a path, and unfolds the person whom it is part of. */
  readonly point: (path: string) => void;
  readonly unfold: (index: number) => void;
  readonly unfocus: () => void;
}

export function useFocus(): FocusState {
  const [focus, setFocus] = useState<Focus | null>(null);
  const [open, setOpen] = useState(0);
  const point = useCallback((path: string): void => {
    const index = PERSON.exec(path)?.[1];
    if (index !== undefined) setOpen(Number(index));
    setFocus({ path, armed: false });
  }, []);
  useEffect(() => {
    if (focus === null) return;
    if (!focus.armed) setFocus({ ...focus, armed: true });
    else void scrollToTopOf(idOf(focus.path), AIR);
  }, [focus]);
  return {
    focus: focus?.armed === true ? focus.path : null,
    open,
    point,
    unfold: setOpen,
    unfocus: () => {
      setFocus(null);
    },
  };
}

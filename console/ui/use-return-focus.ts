import { useEffect, useState } from 'react';

/** For a panel or dialog that is gone once it is closed: the focus goes back to where it was opened from. */
export function useReturnFocus(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    },
    [opener],
  );
}

import { useEffect } from 'react';

/** Does `act` again when the browser says that there is a network, for as long as something waits for it. */
export function useAgainOnline(isWaiting: boolean, act: () => unknown): void {
  useEffect(() => {
    if (!isWaiting) return undefined;
    const again = (): void => void act();
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('online', again);
    };
  }, [isWaiting, act]);
}

/** For tests of the door: a phone that is no device, and that holds nothing of one. */
import { closeDoor } from '../sync/door-session';
import { reloadAll } from '../sync/owners';

/** After `phone.reset()`. */
export function leaveDevice(): void {
  closeDoor();
  reloadAll();
}

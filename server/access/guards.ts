/** Which guard stands before a route, by the access that it names. */
import { isAction } from '../../domain/api/endpoint';
import type { ChooseGuard, Guard } from './guard-routes';
import type { StaffGuards } from './require-staff';

export interface Guards extends StaffGuards {
  readonly account: Guard;
  readonly publisher: Guard;
  readonly device: Guard;
}

export const chooseGuards =
  ({ account, publisher, device, staff, organisation }: Guards): ChooseGuard =>
  ({ access, fresh = false, phone = false }) => {
    if (isAction(access)) return organisation(access, { fresh, phone });
    switch (access) {
      case 'public':
        return null;
      case 'account':
        return account;
      case 'publisher':
        return publisher;
      case 'staff':
        return staff({ fresh, phone });
      case 'device':
        return device;
    }
  };

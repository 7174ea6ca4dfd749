/** Texts that others read, or that are kept for good: nobody's number may be in them. */
import * as v from 'valibot';
import { stripIdentity } from './identity-number';
import { findMobile } from './mobile-number';

export const withoutIdentityNumber: v.CheckAction<string, 'identity-number'> = v.check(
  (text) => !stripIdentity(text).found,
  'identity-number',
);
/** After the other one, since an identity number may hold what looks like a mobile number. */
export const withoutMobileNumber: v.CheckAction<string, 'mobile-number'> = v.check(
  (text) => findMobile(text) === null,
  'mobile-number',
);

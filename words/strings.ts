import { type Strings, zhCn } from './zh-cn';

/** The one language that ships. A second is a second file of the same type and a choice here. */
export const t: Strings = zhCn;

// Words of subpackages alone are modules of their own, or every word would be in the mini-program's main package.
export { complaintGuide } from './zh-cn/complaint-guide';
export { doorPage } from './zh-cn/door-page';
export { fieldWork } from './zh-cn/field-work';
export { nearbyPage } from './zh-cn/nearby-page';
export { privacyPage } from './zh-cn/privacy-page';
export { reportForm } from './zh-cn/report-form';
export { signUpForm } from './zh-cn/sign-up-form';
export { sloganCards } from './zh-cn/slogans';
export { ticketPage } from './zh-cn/ticket-page';

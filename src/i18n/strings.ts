import { type Strings, zhCn } from './zh-cn';

/** The one language that ships. A second is a second file of the same type and a choice here. */
export const t: Strings = zhCn;

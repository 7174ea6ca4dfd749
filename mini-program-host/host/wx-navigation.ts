import { Refusal, type ApiMaker, type ApiTable, type Fields } from './api';
import { EventChannel } from './event-channel';
import type { PageStack } from './page-stack';

const url = (options: Fields): string => (typeof options.url === 'string' ? options.url : '');

export function navigationApis(make: ApiMaker, pages: PageStack): ApiTable {
  return {
    navigateTo: make.async('navigateTo', async (options) => {
      const result = await pages.navigateTo(url(options));
      if (result instanceof Refusal || !(result?.eventChannel instanceof EventChannel)) return result;
      const events = (options.events ?? {}) as Record<string, () => void>;
      for (const [name, listener] of Object.entries(events)) result.eventChannel.on(name, listener);
      return result;
    }),
    redirectTo: make.async('redirectTo', (options) => pages.redirectTo(url(options))),
    reLaunch: make.async('reLaunch', (options) => pages.reLaunch(url(options))),
    switchTab: make.async('switchTab', (options) => pages.switchTab(url(options))),
    navigateBack: make.async('navigateBack', ({ delta }) => pages.navigateBack(typeof delta === 'number' ? delta : 1)),
  };
}

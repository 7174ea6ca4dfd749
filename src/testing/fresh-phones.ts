/** Before each test a new phone; what the app warns of is kept for the test instead of printed. */
import { phone } from './fake-taro';

export function onFreshPhones(): jest.Mock {
  const warn = jest.fn();
  beforeEach(() => {
    phone.reset();
    warn.mockClear();
    jest.spyOn(console, 'warn').mockImplementation(warn);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  return warn;
}

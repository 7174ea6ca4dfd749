import { phone } from '../testing/fake-taro';
import { phoneTypeSize } from './type-size';

beforeEach(() => {
  phone.reset();
});

test('the size that is set in WeChat', () => {
  phone.baseInfo = { fontSizeSetting: 22 };
  expect(phoneTypeSize()).toBe(22);
});

test('an older WeChat does not say', () => {
  phone.baseInfo = {};
  expect(phoneTypeSize()).toBeNull();
});

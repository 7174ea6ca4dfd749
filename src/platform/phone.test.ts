import { call, copyText, mapLink, openMap } from './phone';
import { phone } from '../testing/fake-taro';

const BREWERY = { name: '拉萨啤酒厂 & 门', address: '城关区色拉路36号', latitude: 29.66, longitude: 91.14 };

beforeEach(() => {
  phone.reset();
});

test('what the phone did is done', async () => {
  await expect(call('12315')).resolves.toBe('done');
  await expect(copyText('www.12315.cn')).resolves.toBe('done');
  await expect(openMap(BREWERY)).resolves.toBe('done');
  expect(phone.acts).toEqual([
    'makePhoneCall {"phoneNumber":"12315"}',
    'setClipboardData {"data":"www.12315.cn"}',
    `openLocation ${JSON.stringify({ ...BREWERY, scale: 16 })}`,
  ]);
});

test('what the person refused is refused, and nothing breaks', async () => {
  phone.refusing = true;
  await expect(call('12315')).resolves.toBe('refused');
  await expect(copyText('x')).resolves.toBe('refused');
  await expect(openMap(BREWERY)).resolves.toBe('refused');
});

test('the map link gives longitude first, says that it is GCJ-02, and escapes the name', () => {
  const link = new URL(mapLink(BREWERY));
  expect(link.origin).toBe('https://uri.amap.com');
  expect(Object.fromEntries(link.searchParams)).toEqual({
    position: '91.14,29.66',
    name: BREWERY.name,
    coordinate: 'gaode',
    callnative: '1',
  });
});

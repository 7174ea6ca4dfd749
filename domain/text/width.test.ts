import { halfWidth } from './width';

test('every full-width form is what Unicode makes of it', () => {
  for (let code = 0xff01; code <= 0xff5e; code += 1) {
    const wide = String.fromCharCode(code);
    expect(halfWidth(wide)).toBe(wide.normalize('NFKC'));
  }
  expect(halfWidth('\u3000')).toBe(' ');
});

test.each(['质量', 'abc', '、。「」', 'ｱ', '①', '￥', '𠮷'])('%s stays', (text) => {
  expect(halfWidth(text)).toBe(text);
});

test('only what is asked for', () => {
  expect(halfWidth('（１２）', /[０-９]/g)).toBe('（12）');
});

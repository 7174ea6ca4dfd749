import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { DayField } from './day-field';

const target = process.env.TARO_ENV;
let chosen: string[] = [];
function show(part: { value?: string; error?: string; hint?: string } = {}): void {
  const { value = '', ...rest } = part;
  render(
    <DayField
      id="day"
      label="发生时间"
      value={value}
      words="9月18日"
      empty="请选择日期"
      last="2026-09-20"
      onChange={(day) => {
        chosen.push(day);
      }}
      {...rest}
    />,
  );
}

beforeEach(() => {
  chosen = [];
});
afterEach(() => {
  process.env.TARO_ENV = target;
  cleanup();
});

describe('in the browser it is the browser’s own field, which a keyboard and a screen reader know', () => {
  beforeEach(() => {
    process.env.TARO_ENV = 'h5';
  });
  const field = (): HTMLInputElement => screen.getByLabelText<HTMLInputElement>('发生时间');

  test('a day is chosen, and cleared', () => {
    show({ value: '2026-09-18' });
    expect([field().type, field().value, field().max]).toEqual(['date', '2026-09-18', '2026-09-20']);
    fireEvent.change(field(), { target: { value: '2026-09-17' } });
    fireEvent.change(field(), { target: { value: '' } });
    expect(chosen).toEqual(['2026-09-17', '']);
  });

  test.each([
    [{ hint: '大概的日子也可以' }, 'day-hint', null],
    [{ hint: '大概的日子也可以', error: '超过两年' }, 'day-error', 'true'],
    [{}, null, null],
  ])('%j: what helps, or what is wrong, is tied to it', (part, described, invalid) => {
    show(part);
    expect(field().getAttribute('aria-describedby')).toBe(described);
    expect(field().getAttribute('aria-invalid')).toBe(invalid);
    if (described !== null) expect(document.getElementById(described)).not.toBeNull();
  });
});

test.each([
  ['', '发生时间，请选择日期'],
  ['2026-09-18', '发生时间，9月18日'],
])('in WeChat a screen reader hears which day is chosen: “%s”', (value, name) => {
  show({ value });
  expect(screen.getByRole('button').getAttribute('aria-label')).toBe(name);
});

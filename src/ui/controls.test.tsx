import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { CheckBox } from './check-box';
import { Chip } from './chip';
import { EmptyState } from './notice';
import { Row } from './row';
import { SearchField } from './search-field';
import { Segments } from './segments';
import { Stepper } from './stepper';
import { Tap } from './tap';

let did: unknown[] = [];
const note = (what: unknown): void => void did.push(what);
beforeEach(() => {
  did = [];
});
afterEach(cleanup);

describe('Stepper', () => {
  const show = (value: number): void => {
    render(
      <Stepper value={value} min={1} max={3} text={`${value} 人`} fewerLabel="少" moreLabel="多" onChange={note} />,
    );
  };

  test.each([
    [2, '少', [1]],
    [2, '多', [3]],
    [1, '少', []],
    [3, '多', []],
  ])('from %i, %s: %j', (value, label, expected) => {
    show(value);
    fireEvent.click(screen.getByLabelText(label));
    expect(did).toEqual(expected);
    expect(screen.getByLabelText(label).getAttribute('aria-disabled')).toBe(expected.length === 0 ? 'true' : null);
  });
});

test.each([
  ['checkbox', true, 'true'],
  ['radio', false, 'false'],
] as const)('CheckBox as a %s says whether it is ticked', (role, checked, said) => {
  render(
    <CheckBox
      text="水表"
      role={role}
      checked={checked}
      onTap={() => {
        note('tapped');
      }}
    />,
  );
  expect(screen.getByRole(role).getAttribute('aria-checked')).toBe(said);
  fireEvent.click(screen.getByLabelText('水表'));
  expect(did).toEqual(['tapped']);
});

test('Segments name the one that is chosen, and give the other’s value', () => {
  const options = [
    { value: 'a', text: '竖版' },
    { value: 'b', text: '方形' },
  ] as const;
  render(<Segments options={options} value="a" onChange={note} />);
  expect(screen.getByLabelText('竖版').getAttribute('aria-selected')).toBe('true');
  expect(screen.getByLabelText('方形').getAttribute('aria-selected')).toBe('false');
  fireEvent.click(screen.getByLabelText('方形'));
  expect(did).toEqual(['b']);
});

test.each([
  ['a way on', { title: '消息', text: '2 条未读' }, 'link', '消息，2 条未读', null],
  ['a way on without more to say', { title: '关于' }, 'link', '关于', null],
  ['a switch', { title: '长辈版', text: '已打开', checked: true }, 'switch', '长辈版，已打开', 'true'],
])('Row as %s', (_, props, role, label, checked) => {
  render(
    <Row
      {...props}
      onTap={() => {
        note('tapped');
      }}
    />,
  );
  const row = screen.getByRole(role);
  expect([row.getAttribute('aria-label'), row.getAttribute('aria-checked')]).toEqual([label, checked]);
  fireEvent.click(row);
  expect(did).toEqual(['tapped']);
});

test('a dot without words is no news: Row shows it beside its text only', () => {
  const { container } = render(
    <Row
      title="消息"
      text="2 条未读"
      dot
      onTap={() => {
        note('tapped');
      }}
    />,
  );
  expect(container.querySelector('.row__dot')).not.toBeNull();
});

test('Chip shows a cross once it is on, and its number', () => {
  const { container, rerender } = render(
    <Chip
      text="本周末"
      count={5}
      label="本周末，5 场"
      onTap={() => {
        note('tapped');
      }}
    />,
  );
  expect(container.textContent).toBe('本周末5');
  expect(container.querySelector('.icon--x')).toBeNull();
  rerender(
    <Chip
      text="本周末"
      count={5}
      on
      label="本周末，5 场，已选"
      onTap={() => {
        note('tapped');
      }}
    />,
  );
  expect(container.querySelector('.icon--x')).not.toBeNull();
  expect(screen.getByRole('button').getAttribute('aria-selected')).toBe('true');
});

test('Notice says why, and leads on where there is a way', () => {
  const { rerender } = render(<EmptyState icon="bell" title="还没有消息" />);
  expect(screen.queryByRole('button')).toBeNull();
  rerender(
    <EmptyState
      icon="bell"
      title="还没有消息"
      action={{
        text: '看活动',
        onTap: () => {
          note('on');
        },
      }}
    />,
  );
  fireEvent.click(screen.getByLabelText('看活动'));
  expect(did).toEqual(['on']);
});

test('SearchField offers to clear what is in it', () => {
  const show = (value: string): void => {
    render(<SearchField value={value} placeholder="搜索" label="搜索活动" clearLabel="清空" onChange={note} />);
  };
  show('');
  expect(screen.queryByLabelText('清空')).toBeNull();
  cleanup();
  show('计量');
  fireEvent.click(screen.getByLabelText('清空'));
  fireEvent.change(screen.getByLabelText('搜索活动'), { target: { value: '食品' } });
  expect(did).toEqual(['', '食品']);
});

describe('Tap', () => {
  test('does nothing while it is off, and says that it is', () => {
    render(
      <Tap
        label="提交"
        disabled
        onTap={() => {
          note('tapped');
        }}
      />,
    );
    fireEvent.click(screen.getByLabelText('提交'));
    expect(did).toEqual([]);
    expect(screen.getByLabelText('提交').getAttribute('aria-disabled')).toBe('true');
  });
});

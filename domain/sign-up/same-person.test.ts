import { repeatedPeople } from './same-person';

const person = (name: string, mobile: string) => ({ name, mobile });

test('who stands further up already, however it is typed', () => {
  const people = [
    person('张三', '13800138000'),
    person('李四', '13800138000'),
    person(' 张三 ', '138 0013 8000'),
    person('张三', '13900139000'),
    person('张三', '+8613800138000'),
  ];
  expect(repeatedPeople(people)).toEqual([2, 4]);
});

test('blanks are nobody’s double', () => {
  expect(repeatedPeople([person('', ''), person('', ''), person('张三', ''), person('张三', '')])).toEqual([]);
});

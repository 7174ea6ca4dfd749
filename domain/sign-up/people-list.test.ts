import * as fc from 'fast-check';
import { parsePeopleList, personIn } from './people-list';

const shown = (text: string): string[] =>
  parsePeopleList(text).people.map(({ name, mobile, post }) => [name, mobile, post].join('/'));

const THREE = ['张三/13800138000/质量部经理', '李四/13900139000/', '王五/13700137000/质检员'];

test.each<[string, string, readonly string[]]>([
  ['a spreadsheet', '张三\t13800138000\t质量部经理\n李四\t13900139000\t\n王五\t13700137000\t质检员', THREE],
  [
    'a spreadsheet with a heading and numbers',
    '序号\t姓名\t手机\t职务\r\n1\t张三\t13800138000\t质量部经理\r\n2\t李四\t13900139000\r\n3\t王五\t13700137000\t质检员',
    THREE,
  ],
  ['post before the number', '张三\t质量部经理\t13800138000', ['张三/13800138000/质量部经理']],
  ['a chat', '张三 13800138000 质量部经理\n李四 13900139000\n王五 13700137000 质检员', THREE],
  ['numbered', '1. 张三，13800138000，质量部经理\n2. 李四，13900139000\n3、王五，13700137000，质检员', THREE],
  ['numbered in brackets', '（1）张三 13800138000\n(2) 李四 13900139000', ['张三/13800138000/', '李四/13900139000/']],
  ['full width', '张三　１３８００１３８０００　质量部经理', ['张三/13800138000/质量部经理']],
  ['nothing between', '张三13800138000\n李四13900139000', ['张三/13800138000/', '李四/13900139000/']],
  ['the number first', '13800138000 张三', ['张三/13800138000/']],
  ['spaces in the number', '张三 138 0013 8000 经理', ['张三/13800138000/经理']],
  ['a country code', '张三 +86 138-0013-8000', ['张三/13800138000/']],
  ['labels', '姓名：张三 手机：13800138000 职务：质量部经理', ['张三/13800138000/质量部经理']],
  [
    'a label a line',
    '姓名：张三\n电话：13800138000\n职务：质量部经理\n姓名：李四\n电话：13900139000',
    ['张三/13800138000/质量部经理', '李四/13900139000/'],
  ],
  ['name and number in turn', '张三\n13800138000\n李四\n13900139000', ['张三/13800138000/', '李四/13900139000/']],
  [
    'a field of one line, which makes spaces of line breaks',
    '张三 13800138000 质量部经理 李四 13900139000 王五 13700137000 质检员',
    THREE,
  ],
  [
    'a field of one line, which drops them',
    '张三 13800138000李四 13900139000',
    ['张三/13800138000/', '李四/13900139000/'],
  ],
  [
    'names of several words',
    'Tenzin Dolma 13800138000\n达瓦·次仁 13900139000',
    ['Tenzin Dolma/13800138000/', '达瓦·次仁/13900139000/'],
  ],
  ['a name with a space in it', '张 三 13800138000', ['张三/13800138000/']],
  ['a number that is wrong comes along', '张三 1380013800', ['张三/1380013800/']],
  ['a row without a number', '张三\t\t经理', ['张三//经理']],
  ['a number without a name', '13800138000', ['/13800138000/']],
  [
    'a chat with who wrote when',
    '张三 2026/9/10 10:23:45\n13800138000 质量部\n李四 昨天 下午 3:05\n13900139000',
    ['张三/13800138000/质量部', '李四/13900139000/'],
  ],
  [
    'numbered as people count',
    '一、张三 13800138000\n2 李四 13900139000\n第3位 王五 13700137000',
    ['张三/13800138000/', '李四/13900139000/', '王五/13700137000/'],
  ],
  [
    'posts in brackets',
    '张三（质量部经理）13800138000\n李四(质检员) 13900139000\n【王五】13700137000',
    ['张三/13800138000/质量部经理', '李四/13900139000/质检员', '王五/13700137000/'],
  ],
  ['dashes and slashes between', '张三-13800138000-质量部经理\n李四/13900139000\n王五—13700137000—质检员', THREE],
  [
    'labels without a colon',
    '姓名 张三 电话 13800138000 职务 质量部经理\n姓名李四，手机13900139000\n王五 tel 13700137000 质检员',
    THREE,
  ],
  ['quoted cells', '"张三","13800138000","质量部经理"', ['张三/13800138000/质量部经理']],
  ['mentions', '@张三 13800138000', ['张三/13800138000/']],
  ['a label for all', '参会人员：张三 13800138000，李四 13900139000', ['张三/13800138000/', '李四/13900139000/']],
  [
    'one line, colons and semicolons',
    '张三：13800138000；李四：13900139000',
    ['张三/13800138000/', '李四/13900139000/'],
  ],
  [
    'department and post before the number, in one line',
    '张三 质量部 经理 13800138000 李四 生产部 主任 13900139000',
    ['张三/13800138000/质量部 经理', '李四/13900139000/生产部 主任'],
  ],
  ['a post first', '质量部经理 张三 13800138000', ['张三/13800138000/质量部经理']],
  ['the enterprise first', '雪域净土公司 张三 13800138000', ['张三/13800138000/雪域净土公司']],
  ['a name that ends like a post', '陈工程师 13800138000', ['陈工程师/13800138000/']],
  [
    'a cell a line',
    '张三\n经理\n13800138000\n李四\n质检员\n13900139000',
    ['张三/13800138000/经理', '李四/13900139000/质检员'],
  ],
  ['a number that a spreadsheet spoiled', '张三\t1.38E+10', ['张三/138E+10/']],
  [
    'names of every script',
    '𠮷野 13800138000\n买买提·吐尔逊 13700137000\nབསྟན་འཛིན། 13600136000',
    ['𠮷野/13800138000/', '买买提·吐尔逊/13700137000/', 'བསྟན་འཛིན།/13600136000/'],
  ],
  ['several words of post', '张三，13800138000，生产部，副经理', ['张三/13800138000/生产部 副经理']],
])('%s', (_, text, people) => {
  expect(shown(text)).toEqual(people);
});

test('what is nobody is shown, and nothing else is lost with it', () => {
  const text = '大家好，报名如下：\n张三 13800138000\n\n谢谢各位';
  expect(parsePeopleList(text)).toEqual({
    people: [{ name: '张三', mobile: '13800138000', post: '' }],
    unread: ['大家好，报名如下：', '谢谢各位'],
    identity: false,
  });
});

test('who wrote, and lines of a table, are no people', () => {
  const text = '李经理 9月10日 10:23\n张三 13800138000\n|---|---|\n例 姓名 电话 职务';
  expect(parsePeopleList(text)).toEqual({
    people: [{ name: '张三', mobile: '13800138000', post: '' }],
    unread: ['李经理 9月10日 10:23'],
    identity: false,
  });
});

test('identity numbers are in nothing that comes out', () => {
  const list = parsePeopleList('张三 11010119900307771X 13800138000\n李四 13900139000');
  expect(list.identity).toBe(true);
  expect(JSON.stringify(list)).not.toContain('110101');
  expect(list.people.map(({ mobile }) => mobile)).toEqual(['13800138000', '13900139000']);
});

test.each([
  ['张三 13800138000', '张三'],
  ['张三', null],
  ['张三 13800138000 李四 13900139000', null],
  ['13800138000', null],
  ['张三 1380013', null],
])('one person in %s: %s', (text, name) => {
  expect(personIn(text)?.name ?? null).toBe(name);
});

const name = fc.constantFrom('张三', '欧阳娜娜', '达瓦·次仁', '卓玛', 'Tenzin', '王小明');
const mobile = fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String);
const post = fc.constantFrom('', '经理', '质检员', '质量部部长');
const people = fc.array(fc.record({ name, mobile, post }), { minLength: 1, maxLength: 8 });

test.each([
  ['\t', '\n'],
  ['，', '\r\n'],
  [' ', '\n'],
  [', ', '\n'],
])('whoever is in a list parted by %j and %j comes out, in order', (cell, row) => {
  fc.assert(
    fc.property(people, fc.boolean(), (list, numbered) => {
      const text = list
        .map((each, index) => (numbered ? `${index + 1}. ` : '') + [each.name, each.mobile, each.post].join(cell))
        .join(row);
      const parsed = parsePeopleList(text);
      expect(parsed.people).toEqual(list);
      expect(parsed.unread).toEqual([]);
    }),
  );
});

test('every letter of any text comes out somewhere, but for identity numbers', () => {
  const word = fc.constantFrom(
    '张三',
    '13800138000',
    '经理',
    '谢谢',
    '1380013',
    '12',
    'abc',
    '\t',
    '，',
    ' ',
    '\n',
    '·',
    '(',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 14 }), (words) => {
      const text = words.join('');
      const { people: found, unread } = parsePeopleList(text);
      const out = [...found.flatMap((each) => [each.name, each.mobile, each.post]), ...unread].join('');
      for (const letter of '张三经理谢abc') {
        const count = (whole: string): number => whole.split(letter).length - 1;
        expect(count(out)).toBe(count(text));
      }
    }),
  );
});
